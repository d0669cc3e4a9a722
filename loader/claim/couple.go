package claim

// leastCoupled is how many members a list of couples has at least.
const leastCoupled = 4

// couples splits a list of couples, "A with B, C with D and E with F": its members are partners
// two by two. Another list gives nil.
func couples(list []argument) [][2]argument {
	if len(list) < leastCoupled || len(list)%2 != 0 {
		return nil
	}
	out := make([][2]argument, 0, len(list)/2)
	for i := 0; i < len(list); i += 2 {
		if list[i].with || !list[i+1].with {
			return nil
		}
		out = append(out, [2]argument{list[i], list[i+1]})
	}
	return out
}
