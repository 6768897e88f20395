// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/list_model.h"

#include <QSet>

namespace kapok::viewmodels {
namespace {

/// Longer lists are replaced as a whole.
constexpr std::size_t kLongest = 300;

} // namespace

ListModel::ListModel(const QList<QByteArray> &roles, QObject *parent)
    : QAbstractListModel(parent), m_roles(roles)
{}

int ListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return value(index.row(), role);
}

QHash<int, QByteArray> ListModel::roleNames() const
{
    QHash<int, QByteArray> names;
    int role = Qt::UserRole + 1;
    for (const QByteArray &name : m_roles)
        names.insert(role++, name);
    return names;
}

int ListModel::rowOf(const QString &key) const
{
    return rowOf(key, 0);
}

int ListModel::rowOf(const QString &key, int from) const
{
    for (int row = from; row < count(); ++row) {
        if (m_rows[static_cast<std::size_t>(row)].key == key)
            return row;
    }
    return -1;
}

QString ListModel::keyOf(int row) const
{
    return row < 0 || row >= count() ? QString() : m_rows[static_cast<std::size_t>(row)].key;
}

QVariant ListModel::value(int row, int role) const
{
    if (row < 0 || row >= count() || role <= Qt::UserRole)
        return {};
    return m_rows[static_cast<std::size_t>(row)].values.value(role - Qt::UserRole - 1);
}

void ListModel::setValue(int row, int role, const QVariant &value)
{
    if (row < 0 || row >= count())
        return;
    QVariantList &values = m_rows[static_cast<std::size_t>(row)].values;
    const int place = role - Qt::UserRole - 1;
    if (place < 0 || place >= values.size() || values.at(place) == value)
        return;
    values[place] = value;
    emit dataChanged(index(row), index(row), {role});
}

void ListModel::setRows(const std::vector<ListRow> &rows)
{
    const int before = count();
    if (m_rows.empty() || rows.empty() || rows.size() > kLongest) {
        beginResetModel(); // finding out what moved would take longer than drawing anew
        m_rows = rows;
        endResetModel();
        if (count() != before)
            emit countChanged();
        return;
    }
    removeMissing(rows);
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const ListRow &wanted = rows[static_cast<std::size_t>(row)];
        const int at = rowOf(wanted.key, row); // rows before are in place
        if (at < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, wanted);
            endInsertRows();
            continue;
        }
        if (at != row) {
            beginMoveRows({}, at, at, {}, row);
            ListRow moved = std::move(m_rows[static_cast<std::size_t>(at)]);
            m_rows.erase(m_rows.begin() + at);
            m_rows.insert(m_rows.begin() + row, std::move(moved));
            endMoveRows();
        }
        updateValues(row, wanted.values);
    }
    removeBehind(static_cast<int>(rows.size()));
    if (count() != before)
        emit countChanged();
}

void ListModel::moveRow(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= count() || to >= count())
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    ListRow moved = std::move(m_rows[static_cast<std::size_t>(from)]);
    m_rows.erase(m_rows.begin() + from);
    m_rows.insert(m_rows.begin() + to, std::move(moved));
    endMoveRows();
}

void ListModel::removeMissing(const std::vector<ListRow> &rows)
{
    QSet<QString> wanted;
    for (const ListRow &row : rows)
        wanted.insert(row.key);
    for (int row = count() - 1; row >= 0; --row) {
        if (wanted.contains(m_rows[static_cast<std::size_t>(row)].key))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

/// What is left behind row \p count: rows whose key is wanted less often than it was there.
void ListModel::removeBehind(int count)
{
    const int last = this->count() - 1;
    if (last < count)
        return;
    beginRemoveRows({}, count, last);
    m_rows.erase(m_rows.begin() + count, m_rows.end());
    endRemoveRows();
}

void ListModel::updateValues(int row, const QVariantList &values)
{
    QVariantList &present = m_rows[static_cast<std::size_t>(row)].values;
    QList<int> changed;
    for (int i = 0; i < values.size(); ++i) {
        if (present.value(i) != values.at(i))
            changed.append(Qt::UserRole + 1 + i);
    }
    if (changed.isEmpty())
        return;
    present = values;
    emit dataChanged(index(row), index(row), changed);
}

} // namespace kapok::viewmodels
