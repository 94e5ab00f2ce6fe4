// Who may do what: the shipped roles and admission policies, tried with real ServiceAccount tokens.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { agentRules, controllerRules, ownNamespaceRules, type PolicyRule } from '../../operator/install/rbac.ts';
import { type KindName, kindNames, kinds } from '../../src/api/generated/kinds.ts';
import type { ApiServer, ApiUser } from '../support/api-server.ts';
import { apiServer, create, patch, pathOf, remove, testNamespace } from './server.ts';

const web = { vpc: 'team-a', cidrs: ['10.1.0.0/24'] };
const edge = { vpc: 'team-a', external: { subnet: 'ext' } };
const limit = { podSelector: {}, egress: { rate: '10M' } };
const look = { podSelector: {}, sink: { nodeInterface: {} } };
const infrastructure = kindNames.filter((kind) => kinds[kind].owner === 'network-admin');

describe('access', function () {
  this.timeout(60_000);
  let api: ApiServer;
  let controller: ApiUser;
  let agentOfN1: ApiUser;
  let agentOfNoNode: ApiUser;
  let tenant: ApiUser;
  let networkAdmin: ApiUser;

  before(async () => {
    api = await apiServer();
    for (const name of ['n1', 'n2']) {
      await api.request('POST', '/api/v1/nodes', { body: { apiVersion: 'v1', kind: 'Node', metadata: { name } } });
    }
    const token = async (account: string, node?: string) => ({
      token: await api.serviceAccountToken('subnetes-system', account, node),
    });
    controller = await token('controller');
    agentOfN1 = await token('agent', 'n1');
    agentOfNoNode = await token('agent');
    tenant = { certificate: await api.issue('tenant', 'tenants') };
    networkAdmin = { certificate: await api.issue('net', 'network-admins') };
    // Aggregation into "edit" needs kube-controller-manager, so the roles are bound directly.
    for (const role of ['subnetes-view', 'subnetes-edit']) {
      await api.kubectl([
        '-n',
        testNamespace,
        'create',
        'rolebinding',
        role,
        `--clusterrole=${role}`,
        '--group=tenants',
      ]);
    }
    await api.kubectl([
      'create',
      'clusterrolebinding',
      'net',
      '--clusterrole=subnetes-network-admin',
      '--group=network-admins',
    ]);
    await policiesInForce();
  });

  after(async () => {
    for (const name of ['n1', 'n2']) await api.request('DELETE', `/api/v1/nodes/${name}`);
  });

  /** The API server loads new policies without saying when: try what they refuse until they do. */
  async function policiesInForce(): Promise<void> {
    const deadline = performance.now() + 30_000;
    for (;;) {
      const ip = await create('IP', 'probe', { subnet: 'web', node: 'n1' }, { dryRun: true });
      const node = await create('NodeNetwork', 'n2', undefined, { dryRun: true, user: agentOfN1 });
      if (ip.status !== 201 && node.status !== 201) return;
      assert.ok(performance.now() < deadline, 'the admission policies are not in force after 30 s');
      await delay(100);
    }
  }

  const refused = (answer: { status: number; body: { message: string } }, words: string): void => {
    assert.ok(answer.status === 403 || answer.status === 422, `status ${answer.status}`);
    assert.ok(answer.body.message.includes(words), `"${words}" is not in: ${answer.body.message}`);
  };
  const granted = (answer: { status: number; body: { message?: string } }): void =>
    assert.ok(answer.status < 300, `${answer.status}: ${answer.body.message}`);

  describe('of an agent', () => {
    it('creates and reports the NodeNetwork of its own node', async () => {
      granted(await create('NodeNetwork', 'n1', undefined, { user: agentOfN1 }));
      granted(await patch('NodeNetwork', 'n1', { status: { chassis: 'n1' } }, { user: agentOfN1, part: '/status' }));
    });

    it("is refused on another node's NodeNetwork", async () => {
      granted(await create('NodeNetwork', 'n2'));
      const words = 'an agent writes only the NodeNetwork of its own node';
      refused(
        await patch('NodeNetwork', 'n2', { status: { chassis: 'n1' } }, { user: agentOfN1, part: '/status' }),
        words,
      );
      refused(await create('NodeNetwork', 'n3', undefined, { user: agentOfN1, dryRun: true }), words);
      const { body } = await api.request('GET', pathOf('NodeNetwork', 'n2'));
      assert.equal(body.status.chassis, undefined);
      await remove('NodeNetwork', 'n2');
    });

    it('is refused everywhere when its token is bound to no node', async () => {
      const answer = await patch(
        'NodeNetwork',
        'n1',
        { status: { chassis: 'x' } },
        { user: agentOfNoNode, part: '/status' },
      );
      refused(answer, 'which is bound to the Node');
    });

    it('writes no spec, not even of its own node', async () => {
      await remove('NodeNetwork', 'n1');
      refused(
        await create('NodeNetwork', 'n1', { tunnel: { address: '172.30.0.1' } }, { user: agentOfN1 }),
        "spec is the network admin's",
      );
      await create('NodeNetwork', 'n1');
      refused(
        await patch('NodeNetwork', 'n1', { spec: { tunnel: {} } }, { user: agentOfN1 }),
        'cannot patch resource "nodenetworks"',
      );
      await remove('NodeNetwork', 'n1');
    });

    it('reads what it needs and writes nothing else', async () => {
      for (const kind of kindNames) {
        assert.equal((await api.request('GET', pathOf(kind), { user: agentOfN1 })).status, 200, kind);
      }
      refused(await create('IP', 'x', { subnet: 'web' }, { user: agentOfN1 }), 'cannot create resource "ips"');
      await create('IP', 'x', { subnet: 'web' });
      refused(
        await patch('IP', 'x', { status: { ipv4: '10.1.0.9' } }, { user: agentOfN1, part: '/status' }),
        'cannot patch resource "ips/status"',
      );
      await remove('IP', 'x');
      assert.equal((await api.request('GET', '/api/v1/secrets', { user: agentOfN1 })).status, 403);
    });
  });

  describe('of the controller', () => {
    it('makes complete IPs, reports them and deletes them', async () => {
      const spec = { subnet: 'web', addresses: ['10.1.0.9'], node: 'n1', target: { kind: 'Pod', name: 'p', uid: 'u' } };
      granted(await create('IP', 'p', spec, { user: controller }));
      granted(await patch('IP', 'p', { status: { ipv4: '10.1.0.9' } }, { user: controller, part: '/status' }));
      granted(await patch('IP', 'p', { metadata: { finalizers: ['subnetes.io/in-use'] } }, { user: controller }));
      granted(await patch('IP', 'p', { metadata: { finalizers: null } }, { user: controller }));
      granted(await api.request('DELETE', pathOf('IP', 'p'), { user: controller }));
    });

    it('makes the IPs of Gateways, which nobody else does', async () => {
      const spec = { subnet: 'ext', addresses: ['192.0.2.100'], target: { kind: 'Gateway', name: 'edge', uid: 'u' } };
      granted(await create('IP', 'gateway-edge', spec, { user: controller }));
      granted(await patch('IP', 'gateway-edge', { metadata: { labels: { a: 'b' } } }));
      await remove('IP', 'gateway-edge');
    });

    it('makes the default Vpc and Subnet, sets their finalizers and reports them, and deletes neither', async () => {
      granted(await create('Vpc', 'v', {}, { user: controller }));
      granted(await create('Subnet', 's', web, { user: controller }));
      // Of these it makes none: they are the network admin's.
      assert.equal((await create('Gateway', 'edge', edge, { user: controller })).status, 403);
      granted(await create('Gateway', 'edge', edge));
      granted(await create('ProviderNetwork', 'ext', { uplinks: [{ interface: 'eth1' }] }));
      for (const [kind, name] of [
        ['Vpc', 'v'],
        ['Subnet', 's'],
        ['Gateway', 'edge'],
        ['ProviderNetwork', 'ext'],
      ] as const) {
        granted(await patch(kind, name, { metadata: { finalizers: ['subnetes.io/in-use'] } }, { user: controller }));
        granted(await patch(kind, name, { metadata: { finalizers: null } }, { user: controller }));
        granted(await patch(kind, name, { status: { observedGeneration: 1 } }, { user: controller, part: '/status' }));
        assert.equal((await api.request('DELETE', pathOf(kind, name), { user: controller })).status, 403);
        await remove(kind, name);
      }
    });

    it('is elected by a Lease in its own namespace only', async () => {
      const lease = (namespace: string) =>
        api.request('POST', `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`, {
          body: { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'controller' }, spec: {} },
          user: controller,
        });
      granted(await lease('subnetes-system'));
      assert.equal((await lease('default')).status, 403);
    });

    it('records events', async () => {
      const event = {
        apiVersion: 'events.k8s.io/v1',
        kind: 'Event',
        metadata: { name: 'e1' },
        eventTime: '2026-01-01T00:00:00.000000Z',
        reportingController: 'subnetes.io/controller',
        reportingInstance: 'a',
        action: 'Program',
        reason: 'Held',
        regarding: { apiVersion: 'subnetes.io/v1alpha1', kind: 'Vpc', name: 'v', namespace: 'default' },
        note: 'n',
        type: 'Warning',
      };
      granted(
        await api.request('POST', '/apis/events.k8s.io/v1/namespaces/default/events', {
          body: event,
          user: controller,
        }),
      );
    });

    it('may not read secrets or change pods and nodes', async () => {
      for (const [method, path] of [
        ['GET', '/api/v1/secrets'],
        ['DELETE', '/api/v1/nodes/n1'],
        ['DELETE', '/api/v1/namespaces/default/pods/p'],
      ] as const) {
        assert.equal((await api.request(method, path, { user: controller })).status, 403, path);
      }
    });
  });

  describe('of a tenant', () => {
    it('makes IPs of its namespace, but writes neither node nor uid nor status', async () => {
      granted(await create('IP', 'mine', { subnet: 'web', target: { kind: 'Pod', name: 'a' } }, { user: tenant }));
      refused(
        await create('IP', 'x', { subnet: 'web', node: 'n1' }, { user: tenant }),
        'spec.node is written by the Subnetes controller only',
      );
      refused(
        await create('IP', 'x', { subnet: 'web', target: { kind: 'Pod', name: 'a', uid: 'u' } }, { user: tenant }),
        'spec.target.uid is written by the Subnetes controller only',
      );
      const gateway = { kind: 'Gateway', name: 'edge' };
      const words = 'IPs of Gateways are made by the Subnetes controller only';
      refused(await create('IP', 'x', { subnet: 'ext', target: gateway }, { user: tenant }), words);
      refused(await patch('IP', 'mine', { spec: { target: gateway } }, { user: tenant }), words);
      refused(await patch('IP', 'mine', { spec: { node: 'n1' } }, { user: tenant }), 'spec.node is written');
      refused(
        await patch('IP', 'mine', { spec: { target: { uid: 'u' } } }, { user: tenant }),
        'spec.target.uid is written',
      );
      refused(
        await patch('IP', 'mine', { status: { ipv4: '10.1.0.9' } }, { user: tenant, part: '/status' }),
        'cannot patch resource "ips/status"',
      );
      granted(await patch('IP', 'mine', { spec: { reclaimPolicy: 'Delete' } }, { user: tenant }));
      granted(await api.request('DELETE', pathOf('IP', 'mine'), { user: tenant }));
    });

    it('changes an IP that the controller made without touching what the controller wrote', async () => {
      const spec = { subnet: 'web', node: 'n1', target: { kind: 'Pod', name: 'p', uid: 'u' }, reclaimPolicy: 'Delete' };
      granted(await create('IP', 'made', spec, { user: controller }));
      granted(await patch('IP', 'made', { spec: { reclaimPolicy: 'Retain' } }, { user: tenant }));
      await remove('IP', 'made');
    });

    it('makes QoSPolicies and MirrorSessions of its namespace, and writes no status of them', async () => {
      for (const [kind, spec] of [
        ['QoSPolicy', limit],
        ['MirrorSession', look],
      ] as const) {
        granted(await create(kind, 'mine', spec, { user: tenant }));
        const { plural } = kinds[kind];
        refused(
          await patch(kind, 'mine', { status: { observedGeneration: 1 } }, { user: tenant, part: '/status' }),
          `cannot patch resource "${plural}/status"`,
        );
        const elsewhere = await api.request('POST', pathOf(kind).replace(testNamespace, 'kube-system'), {
          body: { apiVersion: 'subnetes.io/v1alpha1', kind, metadata: { name: 'theirs' }, spec },
          user: tenant,
        });
        assert.equal(elsewhere.status, 403);
        granted(await api.request('DELETE', pathOf(kind, 'mine'), { user: tenant }));
      }
    });

    it('permits itself neither taps nor gateways', async () => {
      const permission = { mirroring: { nodeInterfaces: 'Allowed' } };
      assert.equal((await create('NetworkConfig', 'default', permission, { user: tenant, dryRun: true })).status, 403);
      assert.equal((await create('Gateway', 'edge', edge, { user: tenant, dryRun: true })).status, 403);
    });

    it('sees no infrastructure', async () => {
      for (const kind of infrastructure) {
        assert.equal((await api.request('GET', pathOf(kind), { user: tenant })).status, 403, kind);
      }
    });
  });

  it('of a network admin: writes the infrastructure, reads what tenants have, writes none of it', async () => {
    granted(await create('Vpc', 'v', {}, { user: networkAdmin, dryRun: true }));
    granted(await create('Subnet', 's', web, { user: networkAdmin, dryRun: true }));
    granted(await create('NetworkConfig', 'default', {}, { user: networkAdmin, dryRun: true }));
    granted(await create('Gateway', 'edge', edge, { user: networkAdmin, dryRun: true }));
    granted(
      await create(
        'ProviderNetwork',
        'ext',
        { uplinks: [{ interface: 'eth1' }] },
        { user: networkAdmin, dryRun: true },
      ),
    );
    granted(
      await create('NodeNetwork', 'n9', { tunnel: { address: '172.30.0.9' } }, { user: networkAdmin, dryRun: true }),
    );
    granted(await api.request('GET', pathOf('IP'), { user: networkAdmin }));
    assert.equal((await create('IP', 'x', { subnet: 'web' }, { user: networkAdmin, dryRun: true })).status, 403);
    assert.equal((await create('QoSPolicy', 'x', limit, { user: networkAdmin, dryRun: true })).status, 403);
    assert.equal((await create('MirrorSession', 'x', look, { user: networkAdmin, dryRun: true })).status, 403);
  });

  it('of the programs is least: no wildcard, and a spec of others is never updated whole', () => {
    const rules: readonly PolicyRule[] = [...controllerRules, ...agentRules, ...ownNamespaceRules];
    for (const rule of rules) {
      assert.ok(![...rule.apiGroups, ...rule.resources, ...rule.verbs].includes('*'));
    }
    const verbsOn = (kind: KindName) =>
      rules.filter(({ resources }) => resources.includes(kinds[kind].plural)).flatMap(({ verbs }) => verbs);
    for (const kind of infrastructure) {
      assert.ok(!verbsOn(kind).includes('update') && !verbsOn(kind).includes('delete'), kind);
    }
  });
});
