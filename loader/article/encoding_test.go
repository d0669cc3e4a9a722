package article_test

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"citygraph/loader/article"
)

const (
	arabic      = "شنغهاي وكورك مدينتان توأمتان\n\nوقّعت مدينة شنغهاي ومدينة كورك الأيرلندية اتفاقية توأمة في عام 2005، وزار عمدة كورك شنغهاي هذا العام على رأس وفد كبير."
	simplified  = "上海与科克结好二十年\n\n上海市和爱尔兰科克市于2005年结为友好城市，两市在港口、教育和文化方面的交流不断发展，市长今年率团到访。"
	traditional = "台北與松山結為友誼市\n\n台北市與日本松山市於2014年簽訂友好交流協定，兩市在觀光和文化方面的交流不斷發展，市長今年率團來訪。"
	english     = "Twenty years of Cork and Shanghai\n\nThe Lord Mayor’s visit to Québec’s twin was the “best” in years."
)

func TestEncodingsAreDetected(t *testing.T) {
	tests := []struct {
		name string
		text string
		enc  encoding.Encoding
	}{
		{"UTF-8 Arabic", arabic, unicode.UTF8},
		{"UTF-8 with mark", simplified, unicode.UTF8BOM},
		{"UTF-16 with mark", arabic, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16 big endian with mark", simplified, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"UTF-16 Arabic without mark", arabic, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16 Chinese without mark", simplified, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"UTF-16 English without mark", english, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"GB18030", simplified, simplifiedchinese.GB18030},
		{"GBK", simplified, simplifiedchinese.GBK},
		{"Traditional in GB18030", traditional, simplifiedchinese.GB18030},
		{"Big5", traditional, traditionalchinese.Big5},
		{"windows-1256", arabic, charmap.Windows1256},
		{"windows-1252", english, charmap.Windows1252},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			raw, err := tt.enc.NewEncoder().Bytes([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			got, rejected := read(t, article.Options{}, write(t, "a.txt", raw))
			if len(got) != 1 || got[0].Title+"\n"+got[0].Body != tt.text {
				t.Errorf("rejected %v, got %+v", rejected, got)
			}
		})
	}
}

func TestEncodingsAreDeclared(t *testing.T) {
	encode := func(enc encoding.Encoding, s string) string {
		t.Helper()
		out, err := enc.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	tests := []struct {
		name, file, data, forced, title string
	}{
		{"meta charset", "a.html", `<html><head><meta charset="windows-1256"><title>` + encode(charmap.Windows1256, "كورك") + `</title>`, "", "كورك"},
		{"meta http-equiv", "a.html", `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>` + encode(simplifiedchinese.GBK, "科克") + `</title>`, "", "科克"},
		{"XML declaration", "a.rss", `<?xml version="1.0" encoding="Big5"?><rss version="2.0"><channel><item><title>` + encode(traditionalchinese.Big5, "台北") + `</title></item></channel></rss>`, "", "台北"},
		{"said by the user", "a.txt", encode(charmap.Windows1256, "كورك"), "windows-1256", "كورك"},
		{"a wrong declaration gives way to UTF-8", "a.html", `<meta charset="gb2312"><title>科克</title>`, "", "科克"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, rejected := read(t, article.Options{Encoding: tt.forced}, write(t, tt.file, []byte(tt.data)))
			if len(got) != 1 || got[0].Title != tt.title {
				t.Errorf("rejected %v, got %+v", rejected, got)
			}
		})
	}
}

func TestBytesThatDoNotDecodeAreRejected(t *testing.T) {
	utf16 := func(s string) string {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	tests := []struct {
		name, data, forced string
		want               article.Reason
	}{
		{"broken UTF-8 in Arabic", arabic + "\xd8 ", "", article.EncodingInvalid},
		{"broken UTF-8 said to be UTF-8", "Cork\n\n\xc3\x28", "utf-8", article.EncodingInvalid},
		{"U+FFFD in the source", "Cork\n\na\ufffdb", "", article.LossyText},
		{"NUL", "Cork\n\na\x00b", "utf-8", article.Binary},
		{"half a UTF-16 unit", utf16("Cork\n\nTwins.") + "x", "", article.EncodingInvalid},
		{"lone surrogate", utf16("Cork\n\nTwins.") + "\x00\xd8 \x00", "", article.EncodingInvalid},
		{"UTF-32", "\xff\xfe\x00\x00C\x00\x00\x00", "", article.EncodingUnknown},
		{"broken GB18030", "\xc9\xcf\xba\xa3\xff", "gb18030", article.EncodingInvalid},
		{"no such encoding", "Cork", "klingon", article.EncodingUnknown},
		{"bytes of no text", "\x01\x02\x80\x81\x8d\x8f\xfe\xff\x90", "", article.EncodingUnknown},
		{"PDF", "%PDF-1.7", "", article.FormatUnsupported},
		{"nothing", "", "", article.NoText},
		{"blanks", " \n\n\t", "", article.NoText},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, rejected := read(t, article.Options{Encoding: tt.forced}, write(t, "a.txt", []byte(tt.data)))
			if len(got) != 0 || len(rejected) != 1 || rejected[0] != tt.want {
				t.Errorf("got %d articles, rejected %v, want %s", len(got), rejected, tt.want)
			}
		})
	}
}
