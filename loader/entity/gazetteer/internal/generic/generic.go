// Package generic knows the generic parts of place names, the words for city, county or
// province, in keys of Chinese, Arabic and Latin script.
package generic

import (
	"strings"

	"citygraph/graph/namekey"
)

// hanSuffixes are generic parts at the end of Chinese and Japanese names, longest first.
var hanSuffixes = []string{
	"特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "林区",
	"大区", "省", "市", "县", "区", "州", "郡", "镇", "乡", "盟", "旗", "町", "村", "府", "都",
}

// WithoutSuffix drops a generic part at the end of a Chinese or Japanese key, if two characters or more are left.
func WithoutSuffix(key string) string {
	for _, s := range hanSuffixes {
		if rest, ok := strings.CutSuffix(key, s); ok && len([]rune(rest)) >= 2 {
			return rest
		}
	}
	return key
}

var arabicHeads = []string{
	"مدينه ", "بلديه ", "محافظه ", "ولايه ", "مقاطعه ", "اماره ", "منطقه ", "اقليم ", "قضاء ", "مركز ", "مديريه ", "جهه ",
}

var latinHeads = []string{
	"city of ", "town of ", "state of ", "province of ", "county of ", "district of ", "region of ", "municipality of ",
	"ville de ", "provincia de ", "province de ", "provincia di ", "departement de la ", "departement de ", "departement du ",
	"estado de ", "departamento de ", "region de ", "gemeente ", "county ", "governorate of ",
}

var latinTails = []string{
	" city", " county", " province", " prefecture", " governorate", " state", " district", " region", " municipality",
	" department", " oblast", " kray", " krai", " shi", " sheng", " ken", " fu", " zizhiqu", " ward", " borough", " metropolitan city", " autonomous region", " special municipality", " emirate",
}

// Stem is a key without its generic part, in whatever script; ok is false where it has none.
func Stem(key string) (string, bool) {
	if s := WithoutSuffix(key); s != key {
		return s, true
	}
	folded := namekey.Fold(key)
	for _, h := range arabicHeads {
		if strings.HasPrefix(folded, h) {
			return key[len(h):], true // a fold is as long as its key
		}
	}
	for _, h := range latinHeads {
		if rest, ok := strings.CutPrefix(key, h); ok && len(rest) > 3 {
			return rest, true
		}
	}
	for _, t := range latinTails {
		if rest, ok := strings.CutSuffix(key, t); ok && len(rest) > 3 {
			return rest, true
		}
	}
	return "", false
}
