// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every constant of the exchange with a server, each with its reason.
namespace kapok::sync::tuning {

using namespace std::chrono_literals;

// Statements

/// Statements in one request: docs/protocol.md. A batch is all or nothing, and on 2G one of 50 takes a few
/// seconds.
inline constexpr std::size_t kBatchStatements = 50;
/// The same to a Kapok server, where each costs some 40 bytes (decision 175): a long backlog needs fewer
/// answers and fewer commits on both sides, and one that is lost is still small.
inline constexpr std::size_t kLargeBatchStatements = 200;
/// Requests of statements on their way at once, to a Kapok server: it unpacks one while it commits the other,
/// and more would only wait for its one writer.
inline constexpr std::size_t kRequestsInFlight = 2;
/// Bytes in one request before compression; other LRSs refuse from 5 MB on.
inline constexpr std::size_t kBatchBytes = 1'000'000;
/// Bodies shorter than this grow by gzip or gain nothing worth the time.
inline constexpr std::size_t kGzipFrom = 400;
/// Fast and nearly as small as the default for JSON of this kind.
inline constexpr int kGzipLevel = 6;
/// Statements asked for at once when pulling those of other devices.
inline constexpr int kPullLimit = 200;
/// Pages of one pull that are followed before the round goes on with something else; the cursor keeps the
/// place.
inline constexpr int kPullPages = 100;

// Time

/// Until the connection stands. A mobile network in the hills takes seconds; a dead one takes for ever.
inline constexpr auto kConnectTimeout = 15s;
/// Without a byte either way. A connection that accepts and never answers is given up after this.
inline constexpr auto kSilenceTimeout = 30s;
/// A small request altogether: 1 MB at 10 kB/s with room to spare.
inline constexpr auto kWholeTimeout = 180s;
/// What a person waits for at a screen (sign-in, figures).
inline constexpr auto kDeskTimeout = 30s;

/// Wait after the first failure; doubles up to the last; a quarter of it is random, so that a school's
/// tablets do not come back all at once.
inline constexpr auto kBackoffFirst = 5s;
inline constexpr auto kBackoffLast = 10min;
inline constexpr double kBackoffJitter = 0.25;
/// Longest Retry-After that is believed; a server that says "next year" must not switch a device off.
inline constexpr auto kRetryAfterLongest = 30min;
/// Rounds in a row that a server answered as no server of ours should, before a person is asked to look: a
/// restart or a proxy that stumbles is over by then.
inline constexpr int kStrangeAnswers = 3;
/// How often a device that has nothing to send asks what is new.
inline constexpr auto kPullEvery = 15min;
/// Nothing is ever planned further ahead; what seems to be was planned before the device's clock was set
/// back.
inline constexpr auto kPlanLongest = kRetryAfterLongest;
/// How long the record may gather statements before they go, so that a run of answers is one request.
inline constexpr auto kGather = 2s;

// Downloads

/// Room for a response body in memory: manifests are at most 8 MB, figures of a province some MB.
inline constexpr std::uint64_t kMaxResponseBytes = 16u << 20;
/// A blob's part is flushed this often, so a dead battery costs at most this much again.
inline constexpr std::uint64_t kPartFlushBytes = 1u << 20;
/// Tries of one blob within one round when bytes still moved; the back-off counts rounds.
inline constexpr int kBlobTries = 3;
/// Downloads larger than this wait for Wi-Fi when the person asked for that (ui.md: a few KB go over any
/// network).
inline constexpr std::uint64_t kLargeDownload = 512u << 10;
/// Progress is told at most this often, by bytes.
inline constexpr std::uint64_t kProgressStep = 64u << 10;

} // namespace kapok::sync::tuning
