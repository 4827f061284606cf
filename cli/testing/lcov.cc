// LCOV's tracefile (geninfo(1), "FILES"): what editors and merge requests show beside the lines.
#include <map>

#include "cli/testing/coverage.h"

namespace writ::cli {

namespace {

struct Branch {
  std::uint32_t line = 1;
  std::size_t block = 0;
  Outcomes seen;
};

struct File {
  struct Function { std::string name; std::uint32_t line = 1; std::uint64_t count = 0; };
  std::vector<Function> functions;
  std::vector<Branch> branches;
  std::map<std::uint32_t, std::uint64_t> lines;   // the most that anything on it was looked at
};

// A way out of a branch that was never reached stands with `-`.
std::string Taken(const Outcomes& seen, std::uint64_t way) { return seen.all() == 0 ? "-" : std::to_string(way); }

}  // namespace

std::string RenderLcov(const Coverage& coverage, const SourceMap& sources) {
  std::map<std::string, File> files;
  for (const CoverageUnit& unit : coverage.units) {
    if (!unit.span.valid()) continue;
    File& file = files[sources.file(unit.span.file).name()];
    std::uint64_t count = 0;
    for (const auto& [verdict, times] : unit.verdicts) count += times;
    if (!unit.is_rule) count = unit.points.front().seen.all();
    file.functions.push_back({unit.name, sources.Locate(unit.span).line, count});
    for (const CoveragePoint& point : unit.points) {
      const std::uint32_t line = sources.Locate(point.span).line;
      std::uint64_t& most = file.lines[line];
      most = std::max(most, point.seen.all());
      file.branches.push_back({line, file.branches.size(), point.seen});
    }
  }
  std::string out;
  for (const auto& [name, file] : files) {
    out += "TN:\nSF:" + name + "\n";
    std::size_t hit = 0;
    for (const File::Function& function : file.functions) out += "FN:" + std::to_string(function.line) + "," + function.name + "\n";
    for (const File::Function& function : file.functions) {
      out += "FNDA:" + std::to_string(function.count) + "," + function.name + "\n";
      hit += function.count != 0 ? 1 : 0;
    }
    out += "FNF:" + std::to_string(file.functions.size()) + "\nFNH:" + std::to_string(hit) + "\n";
    std::size_t taken = 0;
    for (const Branch& branch : file.branches) {
      const std::string start = "BRDA:" + std::to_string(branch.line) + "," + std::to_string(branch.block) + ",";
      out += start + "0," + Taken(branch.seen, branch.seen.yes) + "\n" + start + "1," + Taken(branch.seen, branch.seen.no) + "\n";
      taken += branch.seen.ways();
    }
    out += "BRF:" + std::to_string(file.branches.size() * 2) + "\nBRH:" + std::to_string(taken) + "\n";
    hit = 0;
    for (const auto& [line, count] : file.lines) {
      out += "DA:" + std::to_string(line) + "," + std::to_string(count) + "\n";
      hit += count != 0 ? 1 : 0;
    }
    out += "LF:" + std::to_string(file.lines.size()) + "\nLH:" + std::to_string(hit) + "\nend_of_record\n";
  }
  return out;
}

}  // namespace writ::cli
