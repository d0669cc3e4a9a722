// Package sample is the sample corpus that the binary carries: short articles in Arabic,
// Chinese and English in our own words about true, public facts of city diplomacy. The demo
// loads it; its folders are named for the languages.
package sample

import "embed"

// Articles holds articles/LANG/NAME.txt.
//
//go:embed articles
var Articles embed.FS
