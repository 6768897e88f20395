// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace kapok::viewmodels {

/// One row of a ListModel: what tells it apart, and one value for each role, in the order of the roles.
struct ListRow {
    QString key;
    QVariantList values;
};

/// What all lists for QML share: rows of values, and updates that change only what is different, so that a
/// view keeps its place, its focus and its delegates.
///
/// A derived class has `enum Role` starting at Qt::UserRole + 1 and names the roles in that order.
/// Lives on the GUI thread.
class ListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    /// How many rows there are.
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Makes the list equal to \p rows: removes, inserts, moves and changes only what differs. Rows
    /// with the same key are told apart by their order.
    void setRows(const std::vector<ListRow> &rows);
    /// The first row with this key, or -1.
    [[nodiscard]] int rowOf(const QString &key) const;
    /// The value of a role of a row; invalid outside the list.
    [[nodiscard]] QVariant value(int row, int role) const;
    /// Sets one value, with dataChanged only when it differs.
    void setValue(int row, int role, const QVariant &value);
    /// Takes the row at \p from to \p to; nothing outside the list.
    void moveRow(int from, int to);
    /// The key of a row; "" outside the list.
    [[nodiscard]] QString keyOf(int row) const;

signals:
    void countChanged();

protected:
    /// \p roles are the names of the roles from Qt::UserRole + 1 on.
    ListModel(const QList<QByteArray> &roles, QObject *parent);

private:
    void removeMissing(const std::vector<ListRow> &rows);
    void removeBehind(int count);
    [[nodiscard]] int rowOf(const QString &key, int from) const;
    void updateValues(int row, const QVariantList &values);

    QList<QByteArray> m_roles;
    std::vector<ListRow> m_rows;
};

} // namespace kapok::viewmodels
