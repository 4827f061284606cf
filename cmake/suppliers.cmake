# Third-party libraries, all from Debian 12. Each is confined to the files named in docs/architecture.md.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED CONFIG)
find_package(simdjson REQUIRED CONFIG)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(LIBYAML REQUIRED IMPORTED_TARGET yaml-0.1)
if(WRIT_TESTS)
  find_package(doctest 2.4 REQUIRED CONFIG)
endif()

# The CMake package of Debian's ANTLR runtime links a library that its -dev package does not bring, so the
# runtime is found by hand. clang 14 rejects one header of it (const members with a defaulted constructor):
# compile against a copy of the headers without those consts; the layout is the same.
find_path(ANTLR4_INCLUDE_DIR antlr4-runtime.h PATH_SUFFIXES antlr4-runtime REQUIRED)
find_library(ANTLR4_LIBRARY NAMES libantlr4-runtime.a antlr4-runtime REQUIRED)
set(ANTLR4_OVERLAY ${CMAKE_BINARY_DIR}/antlr4-overlay)
if(NOT EXISTS ${ANTLR4_OVERLAY}/.done)
  file(COPY ${ANTLR4_INCLUDE_DIR}/ DESTINATION ${ANTLR4_OVERLAY})
  file(READ ${ANTLR4_OVERLAY}/Vocabulary.h antlr4_vocabulary)
  string(REPLACE "std::vector<std::string> const _" "std::vector<std::string> _" antlr4_vocabulary "${antlr4_vocabulary}")
  file(WRITE ${ANTLR4_OVERLAY}/Vocabulary.h "${antlr4_vocabulary}")
  file(TOUCH ${ANTLR4_OVERLAY}/.done)
endif()
add_library(antlr4::runtime UNKNOWN IMPORTED)
set_target_properties(antlr4::runtime PROPERTIES
  IMPORTED_LOCATION "${ANTLR4_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${ANTLR4_OVERLAY}"
  INTERFACE_LINK_LIBRARIES Threads::Threads)
