// The subjects of a rule in a description, in document order: what `for each` ranges over.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "vm/bytecode/module.h"
#include "model/spec/api_spec.h"
#include "vm/value.h"

namespace writ::engine {

// Calls `visit` with every subject of `kind` in `api`; nothing for kinds of traffic.
void ForEachSubject(bytecode::SubjectKind kind, const model::Api& api, const std::function<void(const vm::Value&)>& visit);

}  // namespace writ::engine
