package document_test

import (
	"strings"
	"testing"

	"citygraph/loader/document"
)

func BenchmarkBuild(b *testing.B) {
	builder := builder(b)
	for name, sentence := range map[string]string{
		"en": "The Lord Mayor of Cork, Dan Boyle, visited Shanghai in May 2025 and signed a memorandum with the city. ",
		"ar": "وقّعت مدينة شنغهاي اتفاقية توأمة مع مدينة كورك في عام 2005 خلال زيارة قام بها العمدة إلى الصين. ",
		"zh": "上海市和爱尔兰科克市于2005年结为友好城市，两市在港口、教育和文化方面的交流不断发展。",
	} {
		in := document.Input{Title: "Twins", Body: strings.Repeat(strings.Repeat(sentence, 4)+"\n\n", 4<<10/(4*len(sentence)))}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(in.Body)))
			for b.Loop() {
				if _, err := builder.Build(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
