// Equality of the language inside collections, three-valued. Covered by tests/vm/interpreter_test.cc.
#pragma once

#include "vm/value.h"

namespace writ::vm {

// Whether two values of one type are equal: a bool, or the poison that keeps it open. Times below their precision and values of
// which only bounds are known may be unknown; so are collections that may lack items. As items of collections, absent equals absent
// and nothing else.
Value EqualValues(const Value& a, const Value& b);
// Whether B is among the items of a list or a set: true wins, then error, then unknown, then false.
Value IsIn(const Value& item, const Value& collection);
// Whether an address lies in a block of a list or set of blocks.
Value IsInBlocks(const Value& address, const Value& blocks);
// Comparison of two values of one ordered type, of which one may lie between bounds: Kleene's answer. `less`: a < b; else a = b.
Value CompareBounds(const Value& a, const Value& b, bool less);

}  // namespace writ::vm
