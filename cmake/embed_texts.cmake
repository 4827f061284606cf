# Run while building: cmake -DOUT=FILE -DFOLDER=FOLDER -DNAMES=a.writ,b/c.writ -P embed_texts.cmake
# Writes a C++ source with the texts of FOLDER/NAME as the one table of cli/templates/templates.h.
string(REPLACE "," ";" names "${NAMES}")
set(rows "")
foreach(name IN LISTS names)
  file(READ "${FOLDER}/${name}" text)
  string(APPEND rows "    {\"${name}\", R\"~~~(${text})~~~\"},\n")
endforeach()
file(WRITE "${OUT}" "// Written while building, from cli/templates; see cmake/embed_texts.cmake.\n#include \"cli/templates/templates.h\"\n\nnamespace writ::cli {\n\n"
  "std::span<const Template> AllTemplates() {\n  static constexpr Template kTemplates[] = {\n${rows}  };\n  return kTemplates;\n}\n\n}  // namespace writ::cli\n")
