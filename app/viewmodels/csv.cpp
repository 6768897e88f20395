// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/csv.h"

namespace kapok::viewmodels {
namespace {

bool isNumber(const QString &cell)
{
    bool ok = false;
    QString(cell).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
    return ok;
}

QString toCell(QString cell)
{
    static const QString kFormula = QStringLiteral("=+-@\t\r\n");
    if (!cell.isEmpty() && kFormula.contains(cell.at(0)) && !isNumber(cell))
        cell.prepend(QLatin1Char('\''));
    const bool quoted = cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char(',')) ||
                        cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r')) ||
                        cell.contains(QLatin1Char(';'));
    if (!quoted)
        return cell;
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

QByteArray toCsv(const std::vector<QStringList> &rows)
{
    QByteArray csv("\xEF\xBB\xBF");
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(toCell(cell));
        csv += cells.join(QLatin1Char(',')).toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace kapok::viewmodels
