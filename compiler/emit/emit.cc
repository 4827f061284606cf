// Typed program → module: the functions of each rule, with the tables around them.
#include "base/diagnostic_codes.h"
#include "compiler/compile.h"
#include "compiler/emit/function_emitter.h"

namespace writ::compiler {

using bytecode::kNoFunction;
using bytecode::Opcode;
using bytecode::TypeId;
using bytecode::TypeKind;

namespace {

class ProgramEmitter {
 public:
  ProgramEmitter(const ir::Program& program, const SourceMap& sources, DiagnosticSink& sink)
      : program_(program), sink_(sink), builder_{program, sources, {}, {}} {}

  std::optional<bytecode::Module> Run() {
    bytecode::Module& module = builder_.module;
    module.types = program_.types;
    module.constants = program_.constants;
    module.conditions = program_.conditions;
    module.indexes = program_.indexes;
    module.policies = program_.policies;
    module.tests = program_.tests;
    // Functions keep their numbers: calls refer to them.
    for (const ir::Function& function : program_.functions) EmitFunction(function);
    for (const ir::Global& global : program_.globals) {
      bytecode::Global shape = global.shape;
      shape.initialiser = ValueFunction(shape.name + "/value", {}, global.initialiser, shape.type);
      module.globals.push_back(std::move(shape));
    }
    for (const ir::Rule& rule : program_.rules) EmitRule(rule);
    for (const ir::Waiver& waiver : program_.waivers) {
      bytecode::Waiver shape = waiver.shape;
      std::vector<TypeId> parameters;
      for (std::size_t i = 0; i < waiver.locals.size() && i < 2; ++i) parameters.push_back(waiver.locals[i].type);
      shape.where = ValueFunction(shape.name + "/where", parameters, waiver.where, Scalar(TypeKind::kBool));
      module.waivers.push_back(std::move(shape));
    }
    if (sink_.has_errors()) return std::nullopt;
    return std::move(builder_.module);
  }

 private:
  TypeId Scalar(TypeKind kind) const { return builder_.module.types.Scalar(kind); }

  std::uint32_t Finish(FunctionEmitter& emitter, Span span, const std::string& name) {
    if (emitter.too_large()) {
      sink_.Report(DiagnosticCode::kTooLarge, span, "`" + name + "` is too large for the machine", "split it, or move parts into functions");
    }
    return emitter.Finish();
  }

  // A function that returns the value of `node`; kNoFunction without one.
  std::uint32_t ValueFunction(const std::string& name, const std::vector<TypeId>& parameters, const ir::Node* node, TypeId result) {
    if (node == nullptr) return kNoFunction;
    FunctionEmitter emitter(builder_, name, parameters, result);
    Return(emitter, node);
    return Finish(emitter, node->span, name);
  }

  static void Return(FunctionEmitter& emitter, const ir::Node* node) {
    const auto value = emitter.Emit(node);
    emitter.Op(Opcode::kReturn, node->span, value);
    emitter.Free(value);
  }

  void EmitFunction(const ir::Function& function) {
    std::vector<TypeId> parameters;
    for (std::uint32_t i = 0; i < function.parameter_count; ++i) parameters.push_back(function.locals[i].type);
    ValueFunction(function.name, parameters, function.body, function.result);
  }

  static void EmitPlaces(FunctionEmitter& emitter, const std::vector<ir::At>& places, Span span) {
    for (const ir::At& at : places) {
      const auto record = emitter.Emit(at.record);
      if (at.field) {
        emitter.Op(Opcode::kReportAtField, span, 0, record, emitter.FieldOperand(*at.field));
      } else {
        emitter.Op(Opcode::kReportAt, span, record);
      }
      emitter.Free(record);
    }
  }

  static void EmitMessage(FunctionEmitter& emitter, const ir::Node* message) {
    if (message == nullptr) return;
    const auto text = emitter.Emit(message);
    emitter.Op(Opcode::kReportMessage, message->span, text);
    emitter.Free(text);
  }

  void EmitLet(FunctionEmitter& emitter, const ir::Rule& rule, const ir::Step& step) {
    const TypeId type = rule.locals[step.slot].type;
    const auto slot = emitter.NewRegister(type);
    if (step.otherwise == ir::Otherwise::kNone) {
      emitter.EmitInto(step.value, slot);
      emitter.SetSlot(step.slot, slot);
      return;
    }
    const auto value = emitter.Emit(step.value);
    const bool optional = builder_.module.types.IsOptional(step.value->type);
    if (optional) {
      const std::size_t present = emitter.Jump(Opcode::kJumpUnlessAbsent, step.span, value);
      if (step.otherwise == ir::Otherwise::kSkip) {
        emitter.Op(Opcode::kSkip, step.span);
      } else {
        emitter.OpBx(step.otherwise == ir::Otherwise::kFail ? Opcode::kFail : Opcode::kUndecided, step.span, 0, step.clause);
        const std::size_t silent = emitter.Jump(Opcode::kJumpUnlessReporting, step.span);
        EmitMessage(emitter, step.message);
        EmitPlaces(emitter, step.at, step.span);
        emitter.Land(silent);
        emitter.Op(Opcode::kEnd, step.span);
      }
      emitter.Land(present);
    }
    emitter.OpBx(Opcode::kKnown, step.span, value, step.clause);
    emitter.Op(optional ? Opcode::kUnwrap : Opcode::kMove, step.span, slot, value);
    emitter.Free(value);
    emitter.SetSlot(step.slot, slot);
  }

  void EmitSteps(FunctionEmitter& emitter, const ir::Rule& rule) {
    for (const ir::Step& step : rule.steps) {
      if (step.kind == ir::StepKind::kLet) {
        EmitLet(emitter, rule, step);
        continue;
      }
      const auto condition = emitter.Emit(step.value);
      emitter.OpBx(step.kind == ir::StepKind::kWhere ? Opcode::kWhere : Opcode::kRequire, step.span, condition, step.clause);
      emitter.Free(condition);
    }
  }

  void EmitRow(FunctionEmitter& emitter, const ir::Rule& rule) {
    std::vector<const ir::Node*> values(rule.keys.begin(), rule.keys.end());
    for (const ir::Node* argument : rule.aggregate_arguments) {
      if (argument != nullptr) values.push_back(argument);
    }
    if (rule.sequence) {
      values.push_back(rule.sequence->start), values.push_back(rule.sequence->end);
      values.insert(values.end(), rule.sequence->conditions.begin(), rule.sequence->conditions.end());
      values.insert(values.end(), rule.sequence->values.begin(), rule.sequence->values.end());
    }
    std::vector<TypeId> types;
    for (const ir::Node* value : values) types.push_back(value->type);
    const auto first = emitter.Block(types);
    if (emitter.too_large()) return;
    for (std::size_t i = 0; i < values.size(); ++i) emitter.EmitInto(values[i], first + static_cast<std::uint32_t>(i));
    emitter.Op(Opcode::kEmit, values.front()->span, 0, first, static_cast<std::uint32_t>(values.size()));
    emitter.Op(Opcode::kEnd, values.front()->span);
  }

  static Span SpanOf(const ir::Rule& rule) {
    if (!rule.steps.empty()) return rule.steps.front().span;
    return rule.keys.empty() ? Span{} : rule.keys.front()->span;
  }

  void EmitRule(const ir::Rule& rule) {
    bytecode::Rule shape = rule.shape;
    const Span span = SpanOf(rule);
    shape.activate = ValueFunction(shape.id + "/activate", {}, rule.activate, Scalar(TypeKind::kBool));
    for (std::size_t i = 0; i < rule.nested.size(); ++i) {
      const std::size_t outer = 1 + (shape.joined ? 1 : 0) + i;
      const std::vector<TypeId> parameters(shape.subject_types.begin(), shape.subject_types.begin() + static_cast<std::ptrdiff_t>(outer));
      shape.nested.push_back(ValueFunction(shape.id + "/nested" + std::to_string(i + 1), parameters, rule.nested[i], rule.nested[i]->type));
    }
    FunctionEmitter emitter(builder_, shape.id + "/evaluate", shape.subject_types, builder_.module.types.Never());
    EmitSteps(emitter, rule);
    if (rule.window) {
      EmitRow(emitter, rule);
    } else {
      if (rule.report) {
        const std::size_t silent = emitter.Jump(Opcode::kJumpUnlessReporting, span);
        EmitMessage(emitter, rule.report->message);
        EmitPlaces(emitter, rule.report->at, rule.report->message->span);
        for (const ir::Node* value : rule.report->per) {
          const auto reg = emitter.Emit(value);
          emitter.Op(Opcode::kReportPer, value->span, reg);
          emitter.Free(reg);
        }
        emitter.Land(silent);
      }
      emitter.Op(Opcode::kEnd, span);
    }
    shape.evaluate = Finish(emitter, span, shape.id);
    if (rule.window) EmitWindow(rule, shape);
    builder_.module.rules.push_back(std::move(shape));
  }

  void EmitWindow(const ir::Rule& rule, bytecode::Rule& shape) {
    bytecode::Group& group = *shape.group;
    std::vector<TypeId> parameters;
    for (const auto& key : group.keys) parameters.push_back(key.type);
    for (const auto& aggregate : group.aggregates) parameters.push_back(aggregate.result);
    if (group.sequence) {
      for (const bytecode::StepValue& value : group.sequence->values) parameters.push_back(value.type);
      group.sequence->within = ValueFunction(shape.id + "/within", {}, rule.sequence->within, Scalar(TypeKind::kDuration));
    }
    group.length = ValueFunction(shape.id + "/window", {}, rule.window_length, Scalar(TypeKind::kDuration));
    const auto lets = [&](FunctionEmitter& emitter) {
      for (const ir::WindowLet& let : rule.window->lets) {
        const auto slot = emitter.NewRegister(let.value->type);
        emitter.EmitInto(let.value, slot);
        emitter.SetSlot(let.slot, slot);
      }
    };
    Span span = rule.keys.front()->span;
    if (rule.window->raise != nullptr) {
      span = rule.window->raise->span;
      FunctionEmitter raise(builder_, shape.id + "/raise", parameters, Scalar(TypeKind::kBool));
      lets(raise);
      Return(raise, rule.window->raise);
      group.raise = Finish(raise, span, shape.id);
    }
    FunctionEmitter report(builder_, shape.id + "/report", parameters, builder_.module.types.Never());
    lets(report);
    EmitMessage(report, rule.window->message);
    report.Op(Opcode::kEnd, span);
    group.report = Finish(report, span, shape.id);
  }

  const ir::Program& program_;
  DiagnosticSink& sink_;
  ModuleBuilder builder_;
};

}  // namespace

std::optional<bytecode::Module> Emit(const ir::Program& program, const SourceMap& sources, DiagnosticSink& sink) {
  return ProgramEmitter(program, sources, sink).Run();
}

}  // namespace writ::compiler
