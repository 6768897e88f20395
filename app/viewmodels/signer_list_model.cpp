// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/signer_list_model.h"

namespace kapok::viewmodels {

SignerListModel::SignerListModel(QObject *parent)
    : ListModel({"keyId", "name", "fingerprint", "sourceText"}, parent)
{}

} // namespace kapok::viewmodels
