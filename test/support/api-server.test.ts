import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ApiServer } from './api-server.ts';
import { startTimeOf } from './manifest.ts';

describe('the API server of the test bed', function () {
  this.timeout(90_000);
  let api: ApiServer;

  before(async () => {
    api = await ApiServer.start({ audit: true });
  });

  after(() => api.stop());

  const configMap = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });

  it('keeps its data and its address when it is killed and started again', async () => {
    const path = '/api/v1/namespaces/default/configmaps';
    assert.equal((await api.request('POST', path, { body: configMap('kept') })).status, 201);
    const before = api.serverPid;
    await api.killServer();
    await assert.rejects(api.request('GET', `${path}/kept`));
    await api.startServer();
    assert.notEqual(api.serverPid, before);
    assert.equal((await api.request('GET', `${path}/kept`)).status, 200);
    assert.match(await api.kubectl(['get', 'configmap', 'kept', '-o', 'name']), /configmap\/kept/);
  });

  it('knows its users by certificate and by token, bound to a Node or not', async () => {
    const names = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'subnetes-system' } };
    await api.request('POST', '/api/v1/namespaces', { body: names });
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'agent' } };
    await api.request('POST', '/api/v1/namespaces/subnetes-system/serviceaccounts', { body: account });
    await api.request('POST', '/api/v1/nodes', { body: { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' } } });
    const whoAmI = async (user: Parameters<ApiServer['request']>[2]) => {
      const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
      return (await api.request('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', { body, ...user })).body
        .status.userInfo;
    };
    const certificate = await whoAmI({ user: { certificate: await api.issue('alice', 'tenants') } });
    assert.deepEqual([certificate.username, certificate.groups[0]], ['alice', 'tenants']);
    const free = await whoAmI({ user: { token: await api.serviceAccountToken('subnetes-system', 'agent') } });
    assert.equal(free.username, 'system:serviceaccount:subnetes-system:agent');
    assert.equal(free.extra['authentication.kubernetes.io/node-name'], undefined);
    const bound = await whoAmI({ user: { token: await api.serviceAccountToken('subnetes-system', 'agent', 'n1') } });
    assert.deepEqual(bound.extra['authentication.kubernetes.io/node-name'], ['n1']);
  });

  it("writes our ServiceAccounts' requests into the audit log, and nobody else's", async () => {
    const lines = (await readFile(api.auditLog, 'utf8')).trimEnd().split('\n');
    const users = new Set(lines.map((line) => JSON.parse(line).user.username));
    assert.deepEqual([...users], ['system:serviceaccount:subnetes-system:agent']);
  });

  it('leaves nothing behind', async () => {
    const other = await ApiServer.start();
    const { serverPid, directory } = other;
    assert.ok(startTimeOf(serverPid) !== undefined);
    await other.stop();
    assert.equal(startTimeOf(serverPid), undefined);
    assert.ok(!existsSync(directory));
  });
});
