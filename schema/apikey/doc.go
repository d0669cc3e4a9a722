// Package apikey says who may use a server: a file of API keys with a role each.
//
// A key is 256 random bits, printed once when it is made; the file holds its SHA-256 alone, so
// reading the file opens nothing. A slow hash as for passwords is refused: nobody guesses 256
// bits, and every request pays for the hash. A file beside the store and not the store itself,
// because whoever may write the graph should not thereby be able to let others in, and because
// a key must work while the store does not.
//
// File.Check looks at the file's state on every call and reads it again where it has changed:
// a key is revoked as soon as Revoke returns, in every process that shares the file.
package apikey
