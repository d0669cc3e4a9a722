package article

import (
	"errors"
	"io"
	"testing"
)

// zeros is an endless stream.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

func TestMeterStopsAtMaxArchive(t *testing.T) {
	for _, over := range []int64{0, 1} {
		m := &meter{r: io.LimitReader(zeros{}, MaxArchive+over), packed: func() int64 { return MaxArchive }}
		n, err := io.Copy(io.Discard, m)
		var f *fault
		if errors.As(err, &f) != (over > 0) {
			t.Errorf("limit+%d: %d bytes, %v", over, n, err)
		}
		if f != nil && f.reason != TooLarge {
			t.Errorf("reason %s", f.reason)
		}
	}
}

func TestNormalDate(t *testing.T) {
	tests := map[string]string{
		"2024-05-21":                     "2024-05-21",
		"2024-05-21T23:30:00+08:00":      "2024-05-21",
		"2024-05-21 10:11:12":            "2024-05-21",
		"2024/5/1":                       "2024-05-01",
		"2024.05.21":                     "2024-05-21",
		"2024年5月1日":                      "2024-05-01",
		"2024-05":                        "2024-05",
		"2024":                           "2024",
		"20240521":                       "2024-05-21",
		"20240521101112":                 "2024-05-21",
		"1716249600":                     "2024-05-21",
		"1716249600000":                  "2024-05-21",
		"Tue, 21 May 2024 10:00:00 GMT":  "2024-05-21",
		"Tue, 1 May 2024 10:00:00 +0800": "2024-05-01",
		"May 21, 2024":                   "2024-05-21",
		"21 May 2024":                    "2024-05-21",
		"03/04/2024":                     "",
		"2024-13-01":                     "",
		"2024-02-30":                     "",
		"yesterday":                      "",
		"":                               "",
	}
	for in, want := range tests {
		if got := normalDate(in); got != want {
			t.Errorf("normalDate(%q) = %q, want %q", in, got, want)
		}
	}
}
