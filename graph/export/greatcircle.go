package export

import "math"

// point is a place on the sphere, in degrees of WGS 84.
type point struct{ lon, lat float64 }

// position is longitude and latitude to six decimals, a tenth of a metre.
func (p point) position() [2]float64 { return [2]float64{rounded(p.lon), rounded(p.lat)} }

func rounded(degrees float64) float64 {
	return math.Round(degrees*1e6)/1e6 + 0 // no minus zero
}

// arcStep is how far apart, in degrees of arc, the points of a line are at most.
const arcStep = 2.0

type vector struct{ x, y, z float64 }

func (p point) vector() vector {
	sinLat, cosLat := math.Sincos(p.lat * math.Pi / 180)
	sinLon, cosLon := math.Sincos(p.lon * math.Pi / 180)
	return vector{cosLat * cosLon, cosLat * sinLon, sinLat}
}

func (v vector) point() point {
	return point{math.Atan2(v.y, v.x) * 180 / math.Pi, math.Atan2(v.z, math.Hypot(v.x, v.y)) * 180 / math.Pi}
}

func (v vector) cross(w vector) vector {
	return vector{v.y*w.z - v.z*w.y, v.z*w.x - v.x*w.z, v.x*w.y - v.y*w.x}
}

func (v vector) length() float64 { return math.Sqrt(v.x*v.x + v.y*v.y + v.z*v.z) }

func (v vector) dot(w vector) float64 { return v.x*w.x + v.y*w.y + v.z*w.z }

// greatCircle is the shortest line between two points, in parts that do not cross the
// antimeridian (RFC 7946 §3.1.9). Between antipodes, where every way is as short, it goes by
// a pole.
func greatCircle(a, b point) [][]point {
	normal := a.vector().cross(b.vector())
	angle := math.Atan2(normal.length(), a.vector().dot(b.vector()))
	if normal.length() < 1e-9 && angle > 1 {
		pole := point{a.lon, 90}
		return cut(append(arc(a, pole, math.Pi/2-a.lat*math.Pi/180), arc(pole, b, math.Pi/2-b.lat*math.Pi/180)[1:]...))
	}
	return cut(arc(a, b, angle))
}

// arc are points from a to b, which are angle apart: both ends exactly, and what is needed
// between them.
func arc(a, b point, angle float64) []point {
	steps := int(math.Ceil(angle * 180 / math.Pi / arcStep))
	line := []point{a}
	v, w, sin := a.vector(), b.vector(), math.Sin(angle)
	for i := 1; i < steps; i++ {
		t := float64(i) / float64(steps)
		f, g := math.Sin((1-t)*angle)/sin, math.Sin(t*angle)/sin
		line = append(line, vector{f*v.x + g*w.x, f*v.y + g*w.y, f*v.z + g*w.z}.point())
	}
	return append(line, b)
}

// cut splits a line where it crosses the antimeridian. A point that lies on it is written on
// the side that the line is on.
func cut(line []point) [][]point {
	part := []point{line[0]}
	var parts [][]point
	for _, next := range line[1:] {
		last := &part[len(part)-1]
		switch {
		case math.Abs(next.lon-last.lon) <= 180:
			part = append(part, next)
		case math.Abs(next.lon) == 180:
			part = append(part, point{-next.lon, next.lat})
		case math.Abs(last.lon) == 180 && len(part) == 1:
			last.lon = -last.lon
			part = append(part, next)
		default:
			lat := crossing(*last, next)
			side := math.Copysign(180, last.lon)
			if math.Abs(last.lon) != 180 {
				part = append(part, point{side, lat})
			}
			parts = append(parts, part)
			part = []point{{-side, lat}, next}
		}
	}
	return append(parts, part)
}

// crossing is the latitude at which the great circle by a and b meets the antimeridian.
func crossing(a, b point) float64 {
	n := a.vector().cross(b.vector())
	if math.Abs(n.z) < 1e-12 {
		return (a.lat + b.lat) / 2
	}
	return math.Atan(n.x/n.z) * 180 / math.Pi
}
