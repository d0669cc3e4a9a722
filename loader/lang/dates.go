package lang

// Dates is the grammar of dates and numbers.
type Dates struct {
	Header `yaml:",inline"`

	// Months and Weekdays list the names of each, January and Monday first; several calendars'
	// names may stand side by side.
	Months   [][]string `yaml:"months"`
	Weekdays [][]string `yaml:"weekdays"`
	// Lower: they are written without a capital in a language whose names have one.
	Lower bool `yaml:"lower"`
	// Order of the written parts where the month is a name: "dmy", "mdy" or both.
	Orders []string `yaml:"orders"`
	// Year, Month, Day: unit words after a number (年, 月, 日) or before it (عام).
	YearBefore []string `yaml:"yearBefore"`
	YearAfter  []string `yaml:"yearAfter"`
	MonthAfter []string `yaml:"monthAfter"`
	DayAfter   []string `yaml:"dayAfter"`
	// MonthOf joins day and month ("of", من), DayBefore stands before a day ("the", يوم).
	MonthOf   []string `yaml:"monthOf"`
	DayBefore []string `yaml:"dayBefore"`

	// Last, This and Next stand beside a month, weekday, or unit noun.
	Last []string `yaml:"last"`
	This []string `yaml:"this"`
	Next []string `yaml:"next"`
	// Relative words and phrases by themselves, with what they mean.
	Relative []Relative `yaml:"relative"`
	// Anniversary words make a since-year of the number beside them.
	// Future words before a date put it ahead of the article: 将于.
	Future      []string `yaml:"future"`
	Anniversary []string `yaml:"anniversary"`
	// Ago words make a date of "N years"; the units they count.
	Ago   []string `yaml:"ago"`
	Units []Unit   `yaml:"units"`

	// Digits of the language beside 0-9 in order; Numbers are words with their value.
	Numbers map[string]int64 `yaml:"numbers"`
	// Ordinals are words with their value.
	Ordinals map[string]int64 `yaml:"ordinals"`
	// Endings make an ordinal of digits: 22nd.
	Endings []string `yaml:"endings"`
	// Scales multiply what stands before them: thousand, million.
	Scales map[string]int64 `yaml:"scales"`

	Examples []Example `yaml:"examples"`
}

// Relative is a phrase with its distance from the anchor: "yesterday" is unit day, -1.
type Relative struct {
	Words []string `yaml:"words"`
	Unit  string   `yaml:"unit"` // day, week, month, year
	Shift int      `yaml:"shift"`
	// Chained phrases count from the last day that the text gave: "the same day".
	Chained bool `yaml:"chained"`
}

// Unit is a noun for a stretch of time.
type Unit struct {
	Unit  string   `yaml:"unit"` // day, week, month, year
	Words []string `yaml:"words"`
}
