// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/review_export.h"

#include "app/viewmodels/text.h"
#include "core/base/files.h"
#include "core/base/text.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

namespace kapok::viewmodels {

QString exportName(const QString &unit, QDate day)
{
    static const QRegularExpression kOther(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString slug = toQt(foldForSearch(unit.toStdString())).replace(kOther, QStringLiteral("-"));
    while (slug.startsWith(QLatin1Char('-')))
        slug.remove(0, 1);
    while (slug.endsWith(QLatin1Char('-')))
        slug.chop(1);
    const QString date = day.toString(Qt::ISODate);
    return slug.isEmpty() ? QStringLiteral("kapok-%1").arg(date)
                          : QStringLiteral("kapok-%1-%2").arg(slug.left(60), date);
}

QString exportFolder()
{
    for (const auto place : {QStandardPaths::DownloadLocation, QStandardPaths::DocumentsLocation}) {
        const QString folder = QStandardPaths::writableLocation(place);
        if (!folder.isEmpty() && QDir().mkpath(folder))
            return folder;
    }
    return QDir::homePath();
}

Result<QString> writeExport(const QString &folder, const QString &name, const QByteArray &content,
                            const QString &ending)
{
    const QDir dir(folder);
    QString path = dir.filePath(name + QLatin1Char('.') + ending);
    for (int copy = 2; QFile::exists(path); ++copy)
        path = dir.filePath(QStringLiteral("%1-%2.%3").arg(name).arg(copy).arg(ending));
    KAPOK_TRY(writeFileAtomically(path.toStdString(), content.toStdString()));
    return QDir::toNativeSeparators(path);
}

} // namespace kapok::viewmodels
