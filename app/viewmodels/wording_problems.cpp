// SPDX-License-Identifier: Apache-2.0
// What a failure is called: what happened, what is safe, what to do (ui.md 5).
#include "app/viewmodels/wording.h"

namespace kapok::viewmodels {

QString Problem::text() const
{
    return Wording::sentences({happened, safe, todo});
}

QString Problem::rest() const
{
    return Wording::sentences({safe, todo});
}

Problem Wording::problem(Situation situation, ErrorCode code)
{
    return {happened(situation, code), safe(situation), todo(situation, code)};
}

QString Wording::happened(Situation situation, ErrorCode code)
{
    const bool full = code == ErrorCode::StorageFull;
    switch (situation) {
    case Situation::SaveAnswer:
        return full ? tr("This is not saved: the device is full.")
                    : tr("This is not saved: the device's storage did not take it.");
    case Situation::OpenCourse:
        return tr("This course cannot be opened.");
    case Situation::InstallCourse:
        return full ? tr("The course was not added: the device is full.") : tr("The course was not added.");
    case Situation::RemoveCourse:
        return tr("The course could not be removed.");
    case Situation::Download:
        return full ? tr("The download stopped: the device is full.") : tr("The download stopped.");
    case Situation::SignIn:
        return code == ErrorCode::Unauthorized ? tr("The account and the password do not fit together.")
                                               : tr("You are not signed in yet.");
    case Situation::OpenData:
        return tr("Kapok cannot open what it keeps on this device.");
    case Situation::ReadFigures:
        return code == ErrorCode::Forbidden ? tr("You may not see these figures.")
                                            : tr("There are no newer figures.");
    case Situation::SaveSetting:
        return full ? tr("The change is not saved: the device is full.") : tr("The change is not saved.");
    case Situation::ExportFile:
        return tr("The file was not written.");
    }
    return {};
}

QString Wording::safe(Situation situation)
{
    switch (situation) {
    case Situation::SaveAnswer:
        return tr("Everything you did before is kept on this device.");
    case Situation::OpenCourse:
    case Situation::InstallCourse:
    case Situation::RemoveCourse:
        return tr("Your results and the other courses are as they were.");
    case Situation::Download:
        return tr("What has arrived is kept.");
    case Situation::SignIn:
        return tr("Nothing on this device has changed.");
    case Situation::OpenData:
        return tr("Nothing was changed.");
    case Situation::ReadFigures:
        return tr("The last figures stay here.");
    case Situation::SaveSetting:
        return tr("Your lessons and results are as they were.");
    case Situation::ExportFile:
        return tr("The figures are as they were.");
    }
    return {};
}

QString Wording::todoAtSignIn(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthorized:
        return tr("Type them again, or ask your school.");
    case ErrorCode::Throttled:
        return tr("Too many tries. Wait a minute, then try again.");
    case ErrorCode::NotFound:
        return tr("There is no Kapok at this address. Check the address.");
    case ErrorCode::InvalidInput:
        return tr("Check the address and what you typed.");
    case ErrorCode::Refused:
    case ErrorCode::Corrupt:
        return tr("The other side did not answer as Kapok does. Check the address.");
    default:
        return {};
    }
}

QString Wording::todo(Situation situation, ErrorCode code)
{
    if (const QString words = todoAtSignIn(code); situation == Situation::SignIn && !words.isEmpty())
        return words;
    switch (code) {
    case ErrorCode::StorageFull:
        return tr("Make room: remove a course you have finished, or other files. Then try again.");
    case ErrorCode::StorageBroken:
        return tr("Restart the device and try again. If it happens again, show it to your school.");
    case ErrorCode::Network:
        return situation == Situation::Download
                   ? tr("It continues by itself when there is a connection.")
                   : tr("There is no connection. Try again when you are connected.");
    case ErrorCode::Unauthorized:
        return tr("Please sign in once more.");
    case ErrorCode::Forbidden:
        return tr("Ask your school for the right to do this.");
    case ErrorCode::Throttled:
        return tr("Wait a minute, then try again.");
    case ErrorCode::NewerFormat:
        return tr("It was made with a newer version of Kapok. Update the app, then open it again.");
    case ErrorCode::NotTrusted:
        return tr(
            "It is not signed by a publisher that this device knows. Ask your school for the right file.");
    case ErrorCode::Corrupt:
        return tr("The file is damaged. Get it once more.");
    case ErrorCode::Conflict:
        return situation == Situation::InstallCourse ? tr("The same or a newer version is already here.")
                                                     : tr("Open the page once more.");
    case ErrorCode::NotFound:
        return tr("It is not there any more. Get it once more.");
    case ErrorCode::InvalidInput:
        return tr("Check it and try again.");
    case ErrorCode::Refused:
        return tr("Try again later. If it happens again, show it to your school.");
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        break;
    }
    return tr("Try again. If it happens again, show it to your school.");
}

} // namespace kapok::viewmodels
