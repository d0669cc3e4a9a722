package neo4j

import "time"

// Options say how to reach a server. The zero Options take the defaults stated here and no
// credentials.
type Options struct {
	Username string
	Password string
	Database string // "": neo4j, the one of Community
	Migrate  bool   // bring an older schema up to date; without it Open refuses one

	Connections int           // at most, 0: 50
	AcquireTime time.Duration // wait for a free connection, 0: 2 s
	ReadTime    time.Duration // bound of one read, 0: 30 s
	WriteTime   time.Duration // bound of one write transaction on the server, 0: 2 min
	RetryTime   time.Duration // how long a write outlasts failing servers, 0: 2 min
}

func (o Options) withDefaults() Options {
	if o.Database == "" {
		o.Database = "neo4j"
	}
	if o.Connections == 0 {
		o.Connections = 50
	}
	if o.AcquireTime == 0 {
		o.AcquireTime = 2 * time.Second
	}
	if o.ReadTime == 0 {
		o.ReadTime = 30 * time.Second
	}
	if o.WriteTime == 0 {
		o.WriteTime = 2 * time.Minute
	}
	if o.RetryTime == 0 {
		o.RetryTime = 2 * time.Minute
	}
	return o
}
