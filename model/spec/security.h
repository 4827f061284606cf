// Security schemes and requirements. Internal to model/spec. Covered by tests/model/spec/security_test.cc.
#pragma once

#include <vector>

#include "model/spec/reading.h"

namespace writ::model {

// Reads components.securitySchemes or securityDefinitions into Api::security_schemes.
void ReadSecuritySchemes(Reading& reading);

// The alternatives of a `security` list. An item `{}` is an alternative without schemes.
std::vector<SecurityRequirement> ReadSecurityRequirements(Reading& reading, NodeId list);

}  // namespace writ::model
