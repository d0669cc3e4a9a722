package bench

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// cost is what a stretch of work took: time on the clock and of the processors.
type cost struct{ clock, cpu time.Duration }

func (c cost) since(before cost) cost {
	return cost{clock: c.clock - before.clock, cpu: c.cpu - before.cpu}
}

// spent is the cost of this process so far; the processors' is 0 where the system does not say.
func spent() cost {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return cost{clock: time.Duration(time.Now().UnixNano())}
	}
	_, fields, _ := strings.Cut(string(stat), ") ") // the name before may hold spaces
	words := strings.Fields(fields)
	const user, system, tick = 11, 12, 10 * time.Millisecond // proc(5), fields 14 and 15
	return cost{
		clock: time.Duration(time.Now().UnixNano()),
		cpu:   time.Duration(field(words[user], "")+field(words[system], "")) * tick,
	}
}

// peakKiB reads the most memory that this process has held, 0 where the system does not say.
func peakKiB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	return field(string(status), "VmHWM:")
}

// field reads the number after a label, before reads the one in front of a unit.
func field(text, label string) float64 {
	_, rest, _ := strings.Cut(text, label)
	var n float64
	_, _ = fmt.Sscan(rest, &n)
	return n
}

func before(text, unit string) float64 {
	words := strings.Fields(text)
	for i, w := range words {
		if w == unit && i > 0 {
			return field(words[i-1], "")
		}
	}
	return 0
}
