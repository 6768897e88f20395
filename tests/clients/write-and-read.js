// SPDX-License-Identifier: Apache-2.0
// Other people's xAPI clients write to and read from a server. Usage: node write-and-read.js ENDPOINT KEY SECRET
'use strict';

const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const XAPI = require('@xapi/xapi').default ?? require('@xapi/xapi');
const TinCan = require('tincanjs');

const [endpoint, key, secret] = process.argv.slice(2);
const agent = { objectType: 'Agent', account: { homePage: 'https://example.org', name: 'teacher' } };
const activity = { objectType: 'Activity', id: 'https://example.org/activities/lesson' };

function statement(extra = {}) {
    return {
        actor: agent,
        verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { 'en-US': 'experienced' } },
        object: activity,
        ...extra,
    };
}

async function withXapi(version) {
    const client = new XAPI({ endpoint, auth: XAPI.toBasicAuth(key, secret), version });
    const about = await client.getAbout();
    assert.ok(about.data.version.includes('1.0.3') && about.data.version.includes('2.0.0'));

    // Statements: one, several, read again, voided.
    const id = randomUUID();
    assert.deepEqual((await client.sendStatement({ statement: statement({ id, result: { score: { scaled: 0.1234567 } } }) })).data, [id]);
    const registration = randomUUID();
    const many = Array.from({ length: 7 }, () => statement({ id: randomUUID(), context: { registration } }));
    assert.deepEqual((await client.sendStatements({ statements: many })).data, many.map((one) => one.id));
    const read = (await client.getStatement({ statementId: id })).data;
    assert.equal(read.id, id);
    assert.equal(read.result.score.scaled, 0.1234567);
    assert.equal(read.actor.account.name, 'teacher');

    // Page by page, oldest first.
    let page = (await client.getStatements({ registration, ascending: true, limit: 3 })).data;
    const seen = page.statements.map((one) => one.id);
    while (page.more) {
        page = (await client.getMoreStatements({ more: page.more })).data;
        seen.push(...page.statements.map((one) => one.id));
    }
    assert.deepEqual(seen, many.map((one) => one.id));

    await client.voidStatement({ actor: agent, statementId: id });
    await assert.rejects(client.getStatement({ statementId: id }));
    assert.equal((await client.getVoidedStatement({ voidedStatementId: id })).data.id, id);

    // An attachment travels as multipart/mixed and comes back. By fetch: the client's other way, axios, names the body
    // application/octet-stream in Node, which no LRS may take.
    const byFetch = new XAPI({ endpoint, auth: XAPI.toBasicAuth(key, secret), version, adapter: 'fetch' });
    const bytes = new TextEncoder().encode('evidence');
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    const withFile = randomUUID();
    await byFetch.sendStatement({
        statement: statement({
            id: withFile,
            attachments: [{
                usageType: 'https://example.org/usage', display: { en: 'evidence' }, contentType: 'text/plain',
                length: bytes.length, sha2: digest,
            }],
        }),
        attachments: [bytes.buffer],
    });
    assert.equal((await client.getStatement({ statementId: withFile })).data.attachments[0].sha2, digest);

    // State documents with their ETag.
    const place = { agent, activityId: activity.id, stateId: `bookmark-${version}` };
    await client.setState({ ...place, state: { page: 3 }, matchHeader: 'If-None-Match', etag: '*' });
    const first = await client.getState(place);
    assert.deepEqual(first.data, { page: 3 });
    await client.createState({ ...place, state: { at: 7 }, etag: first.headers.etag, matchHeader: 'If-Match' });
    const merged = await client.getState(place);
    assert.deepEqual(merged.data, { page: 3, at: 7 });
    await assert.rejects(client.setState({ ...place, state: {}, etag: first.headers.etag, matchHeader: 'If-Match' }));
    assert.ok((await client.getStates({ agent, activityId: activity.id })).data.includes(place.stateId));
    await client.deleteState({ ...place, etag: merged.headers.etag });
    await assert.rejects(client.getState(place));

    // Profiles, and what statements say of agents and activities.
    const profile = { agent, profileId: `settings-${version}` };
    await client.setAgentProfile({ ...profile, profile: { language: 'vi' }, matchHeader: 'If-None-Match', etag: '*' });
    assert.deepEqual((await client.getAgentProfile(profile)).data, { language: 'vi' });
    assert.equal((await client.getAgent({ agent })).data.objectType, 'Person');
    assert.equal((await client.getActivity({ activityId: activity.id })).data.id, activity.id);
    console.log(`@xapi/xapi ${version}: done`);
}

/** TinCanJS calls back with an error (null, an XMLHttpRequest or its status) and the result. */
function called(start) {
    return new Promise((resolve, reject) => {
        start((error, result) => {
            if (error !== null) reject(new Error(`TinCanJS: ${error.responseText ?? error}`));
            else resolve(result);
        });
    });
}

async function withTinCan() {
    const lrs = new TinCan.LRS({ endpoint: `${endpoint}/`, username: key, password: secret, version: '1.0.2', allowFail: false });
    const one = new TinCan.Statement(statement({ id: randomUUID() }));
    await called((callback) => lrs.saveStatement(one, { callback }));
    const read = await called((callback) => lrs.retrieveStatement(one.id, { callback }));
    assert.equal(read.id, one.id);
    assert.equal(read.actor.account.name, 'teacher');
    assert.ok(read.stored);
    const registration = randomUUID();
    const many = Array.from({ length: 5 }, () => new TinCan.Statement(statement({ id: randomUUID(), context: { registration } })));
    await called((callback) => lrs.saveStatements(many, { callback }));
    let page = await called((callback) => lrs.queryStatements({ params: { registration, limit: 2, ascending: true }, callback }));
    const seen = page.statements.map((item) => item.id);
    while (page.more) {
        const url = page.more;
        page = await called((callback) => lrs.moreStatements({ url, callback }));
        seen.push(...page.statements.map((item) => item.id));
    }
    assert.deepEqual(seen, many.map((item) => item.id));
    const place = { agent: new TinCan.Agent(agent), activity: new TinCan.Activity(activity) };
    await called((callback) => lrs.saveState('tincan', JSON.stringify({ page: 1 }), { ...place, contentType: 'application/json', callback }));
    const state = await called((callback) => lrs.retrieveState('tincan', { ...place, callback }));
    assert.deepEqual(state.contents, { page: 1 });
    console.log('tincanjs: done');
}

(async () => {
    await withXapi('1.0.3');
    await withXapi('2.0.0');
    await withTinCan();
})().catch((error) => {
    console.error('FAILED:', error.response ? `${error.response.status} ${JSON.stringify(error.response.data)}` : '', error.stack ?? error);
    process.exit(1);
});
