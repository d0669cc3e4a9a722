package namekey_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"citygraph/graph/namekey"
)

func TestKey(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"arabic vowel signs", "شَنْغَهَاي", "شنغهاي"},
		{"tatweel and bidi marks", "\u200fشنـــغهاي\u200e", "شنغهاي"},
		{"hamza and taa marbuta stay", "الإسكندرية", "الإسكندرية"},
		{"persian letters", "تهران یک", "تهران يك"},
		{"presentation forms", "ﻻﻫﺎﻱ", "لاهاي"},
		{"arabic digits", "١٢٣ ۴۵۶", "123 456"},
		{"traditional chinese", "臺北·舊金山", "台北·旧金山"},
		{"full width", "ＡＢＣ（１２）", "abc(12)"},
		{"interpuncts", "朱利斯•莱迪・A‧B", "朱利斯·莱迪·a·b"},
		{"latin diacritics", "Łódź, Göteborg, São Paulo, Straße", "lodz, goteborg, sao paulo, strasse"},
		{"decomposed diacritics", "Co\u0302te d\u2019Ivoire", "cote d ivoire"},
		{"hyphens and apostrophes", "Xi'an  Saint-Denis\u2011sur", "xi an saint denis sur"},
		{"cyrillic", "Йошкар-Ола", "иошкар ола"},
		{"greek final sigma", "Αθήνας", "αθηνασ"},
		{"half-width kana", "ｶﾞ", "ガ"},
		{"hangul jamo", "\u1112\u1161\u11ab", "한"},
		{"devanagari keeps vowels", "दिल्ली", "दिल्ली"},
		{"nothing left", " \u200f\u064b ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := namekey.Key(c.in); got != c.want {
				t.Errorf("Key(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"الإسكندرية":  "الاسكندريه",
		"أيرلندا":     "ايرلندا",
		"مصطفى مؤذن":  "مصطفي موذن",
		"شئون":        "شيون",
		"پاريس ڤيينا": "باريس فيينا",
		"Cork 上海":     "cork 上海",
	} {
		if got := namekey.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestKeyIsCapped(t *testing.T) {
	key := namekey.Key(strings.Repeat("上", 10_000))
	if len(key) > namekey.MaxBytes || !utf8.ValidString(key) {
		t.Errorf("key of %d bytes, valid %v", len(key), utf8.ValidString(key))
	}
}

func TestMapFindsTheSource(t *testing.T) {
	for _, c := range []struct{ name, source, find, want string }{
		{"arabic with marks", "زار شَنْغَهَايَ أمس", "شنغهاي", "شَنْغَهَايَ"},
		{"arabic behind a bidi mark", "في \u200fدبي\u200f، ثم", "دبي", "دبي"},
		{"latin", "In Göteborg, they", "goteborg", "Göteborg"},
		{"decomposed", "In Go\u0308teborg, they", "goteborg", "Go\u0308teborg"},
		{"ligature", "Straßburg ist", "strassburg", "Straßburg"},
		{"traditional", "訪問舊金山市", "旧金山", "舊金山"},
		{"over a line end", "in New\n  York today", "new york", "New\n  York"},
		{"full width", "ＮＹ市", "ny", "ＮＹ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := namekey.Map(c.source)
			at := strings.Index(m.Key, c.find)
			if at < 0 {
				t.Fatalf("%q is not in %q", c.find, m.Key)
			}
			start, end := m.Source(at, at+len(c.find))
			if got := c.source[start:end]; got != c.want {
				t.Errorf("source %q, want %q", got, c.want)
			}
			if back := m.At(start); back != at {
				t.Errorf("At(%d) = %d, want %d", start, back, at)
			}
		})
	}
}

func TestFlatIsTheKeyOfMap(t *testing.T) {
	for _, source := range []string{"", "Cork", " São\tPaulo\n\nÇa va ", "e\u0301te\u0301", "مدينةُ شنغهاي", "臺北 — ﬁn", "bad \xff byte"} {
		if got, want := namekey.Flat(source), namekey.Map(source).Key; got != want {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
}

func TestMapKeepsParagraphs(t *testing.T) {
	if got := namekey.Map("New\n\nYork\nCity").Key; got != "new\nyork city" {
		t.Errorf("got %q", got)
	}
}

func FuzzMap(f *testing.F) {
	for _, s := range []string{
		"شَنْغَهَاي Go\u0308teborg 舊金山", "\xff\xfe a\u0301", "\u1112\u200d\u1161\u11ab", "ا\u0640\u0653\u064e",
		"ｶﾞ\u3099", "\u0344\u0390\u1fed", "İıẞ\u0345", "𝐀\u0300𐐀", "क\u093c\u200c\u094d", "－－ '' ´",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		m := namekey.Map(source)
		if len(m.Fold) != len(m.Key) {
			t.Fatalf("fold has %d bytes, key %d", len(m.Fold), len(m.Key))
		}
		for i := range m.Key {
			if !utf8.RuneStart(m.Fold[i]) {
				t.Fatalf("fold cuts a rune at %d", i)
			}
			_, size := utf8.DecodeRuneInString(m.Key[i:])
			start, end := m.Source(i, i+size)
			if start >= end || end > len(source) {
				t.Fatalf("source [%d,%d) of %d bytes", start, end, len(source))
			}
			if utf8.ValidString(source) && (!utf8.RuneStart(source[start]) || (end < len(source) && !utf8.RuneStart(source[end]))) {
				t.Fatalf("[%d,%d) of %q cuts a rune", start, end, source)
			}
		}
		key := namekey.Key(source)
		if again := namekey.Key(key); again != key {
			t.Fatalf("Key(%q) = %+q, and its key %+q", source, key, again)
		}
		if fold := namekey.Fold(source); fold != namekey.Fold(key) || fold != namekey.Fold(fold) {
			t.Fatalf("Fold(%q) is not at rest", source)
		}
	})
}

func BenchmarkMap(b *testing.B) {
	for name, text := range map[string]string{
		"arabic":  strings.Repeat("زار وفد من مدينة شنغهاي الصينية مدينة هامبورغ الألمانية يوم الأحد، ", 50),
		"chinese": strings.Repeat("上海市代表团星期日访问了德国汉堡市，双方签署了友好合作备忘录。", 50),
		"english": strings.Repeat("A delegation of Shanghai visited Hamburg on Sunday; both sides signed a memorandum. ", 50),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				namekey.Map(text)
			}
		})
	}
}
