// The client against a real API server.
import assert from 'node:assert/strict';
import { type KubeClient, KubeError } from '../../src/kube/index.ts';
import { adminClient, apiServer, type ConfigMap, configMap, configMaps, freshNamespace, namespaces } from './server.ts';

describe('the client at a real API server', () => {
  let client: KubeClient;
  let namespace: string;

  before(async function () {
    this.timeout(120_000); // the first test of all starts the server
    client = await adminClient({ fieldManager: 'subnetes-test' });
    namespace = await freshNamespace(client);
  });

  it('creates, reads, replaces, patches and deletes', async () => {
    const made = await client.create<ConfigMap>(configMaps, configMap(namespace, 'a', { x: '1' }));
    assert.ok(made.metadata.uid);
    const replaced = await client.replace<ConfigMap>(configMaps, { ...made, data: { x: '2' } });
    const patched = await client.patch<ConfigMap>(configMaps, made.metadata, { data: { x: null, y: '3' } });
    assert.notEqual(patched.metadata.resourceVersion, replaced.metadata.resourceVersion);
    const read = await client.get<ConfigMap>(configMaps, { namespace, name: 'a' });
    assert.deepEqual(read.data, { y: '3' });
    await client.delete(configMaps, { namespace, name: 'a' });
    await assert.rejects(client.get(configMaps, { namespace, name: 'a' }), (error: KubeError) => error.notFound);
  });

  it('names itself as the field manager', async () => {
    const made = await client.create(configMaps, configMap(namespace, 'managed', { x: '1' }));
    const { managedFields } = made.metadata as { readonly managedFields?: readonly { readonly manager: string }[] };
    assert.deepEqual(
      managedFields?.map(({ manager }) => manager),
      ['subnetes-test'],
    );
  });

  it('changes nothing in a dry run', async () => {
    await client.create(configMaps, configMap(namespace, 'dry'), { dryRun: true });
    await assert.rejects(client.get(configMaps, { namespace, name: 'dry' }), (error: KubeError) => error.notFound);
  });

  it('says which of two writers of one version was second', async () => {
    const made = await client.create<ConfigMap>(configMaps, configMap(namespace, 'race'));
    const { resourceVersion } = made.metadata;
    const writes = ['left', 'right'].map((who) =>
      client.patch<ConfigMap>(configMaps, made.metadata, { data: { who } }, { resourceVersion }),
    );
    const [won, lost] = (await Promise.allSettled(writes)).sort((a) => (a.status === 'fulfilled' ? -1 : 1));
    assert.equal(won?.status, 'fulfilled');
    assert.equal(lost?.status, 'rejected');
    const error = lost?.status === 'rejected' ? lost.reason : undefined;
    assert.ok(error instanceof KubeError && error.conflict && error.executed === 'no', String(error));
    await assert.rejects(
      client.create(configMaps, configMap(namespace, 'race')),
      (again: KubeError) => again.alreadyExists,
    );
  });

  it('deletes only the object and the version that the preconditions name', async () => {
    const first = await client.create(configMaps, configMap(namespace, 'precious'));
    const { uid, resourceVersion } = first.metadata;
    await client.delete(configMaps, first.metadata);
    const second = await client.create(configMaps, configMap(namespace, 'precious'));
    const conflict = (error: KubeError) => error.conflict;
    await assert.rejects(client.delete(configMaps, second.metadata, { preconditions: { uid } }), conflict);
    await assert.rejects(client.delete(configMaps, second.metadata, { preconditions: { resourceVersion } }), conflict);
    await client.get(configMaps, second.metadata);
    const { uid: present, resourceVersion: version } = second.metadata;
    await client.delete(configMaps, second.metadata, { preconditions: { uid: present, resourceVersion: version } });
  });

  it('hands on which field the server complains about', async () => {
    await assert.rejects(client.create(configMaps, configMap(namespace, 'Not A Name')), (error: KubeError) => {
      assert.equal(error.status, 422);
      assert.equal(error.reason, 'Invalid');
      assert.equal(error.causes[0]?.field, 'metadata.name');
      return true;
    });
  });

  it('lists page by page, with apiVersion and kind on each item', async () => {
    await Promise.all([1, 2, 3].map((n) => client.create(configMaps, configMap(namespace, `page-${n}`))));
    const all = await client.list(configMaps, { namespace });
    const names: string[] = [];
    let next: string | undefined;
    do {
      const page = await client.list(configMaps, { namespace, limit: 2, continue: next });
      assert.ok(page.items.every((item) => item.kind === 'ConfigMap' && item.apiVersion === 'v1'));
      names.push(...page.items.map((item) => item.metadata.name));
      next = page.next;
    } while (next !== undefined);
    assert.deepEqual(
      names,
      all.items.map((item) => item.metadata.name),
    );
    assert.ok(names.includes('page-3'));
  });

  it('reads answers that the server compresses', async () => {
    const big = 'x'.repeat(200_000); // the server compresses from 128 kB on
    await client.create(configMaps, configMap(namespace, 'big', { big }));
    assert.equal((await client.get<ConfigMap>(configMaps, { namespace, name: 'big' })).data?.big, big);
  });

  it('makes 200 calls one after the other over one connection, and 200 at once over no more than its pool', async () => {
    const fresh = await adminClient({ maxConnections: 4 });
    const call = () => fresh.get(namespaces, { name: 'default' });
    for (let n = 0; n < 200; n += 1) await call();
    assert.equal(fresh.connectionsOpened, 1);
    await Promise.all(Array.from({ length: 200 }, call));
    assert.ok(fresh.connectionsOpened <= 4, `${fresh.connectionsOpened} connections`);
  });

  it('refuses every write while its fence is down, and no read', async () => {
    let up = true;
    const fenced = await adminClient({ fence: () => up });
    const made = await fenced.create<ConfigMap>(configMaps, configMap(namespace, 'fenced', { x: '1' }));
    up = false;
    const refused = (error: KubeError) => error.reason === 'Fenced' && error.executed === 'no';
    await assert.rejects(fenced.create(configMaps, configMap(namespace, 'other')), refused);
    await assert.rejects(fenced.replace(configMaps, made), refused);
    await assert.rejects(fenced.patch(configMaps, made.metadata, { data: { x: '2' } }), refused);
    await assert.rejects(fenced.delete(configMaps, made.metadata), refused);
    const read = await fenced.get<ConfigMap>(configMaps, made.metadata);
    assert.equal(read.metadata.resourceVersion, made.metadata.resourceVersion);
    await fenced.patch(configMaps, made.metadata, { data: { x: '3' } }, { unfenced: true });
  });

  it('gives up at the deadline of a call while the server is suspended, and works on when it is back', async () => {
    const server = await apiServer();
    await server.whileSuspended(() => {
      const call = client.get(namespaces, { name: 'default' }, { deadlineMs: 300 });
      return assert.rejects(call, (error: KubeError) => error.reason === 'DeadlineExceeded');
    });
    await client.get(namespaces, { name: 'default' });
  });

  it('waits for a server that is being restarted, also with writes', async function () {
    this.timeout(90_000);
    const server = await apiServer();
    await server.killServer();
    // Nothing listens: the write was surely not executed and may be tried until its deadline.
    const write = client.create(configMaps, configMap(namespace, 'patient'), { deadlineMs: 60_000 });
    const [made] = await Promise.all([write, server.startServer()]);
    assert.ok(made.metadata.uid);
  });

  it('ends at once when its caller no longer wants the answer', async () => {
    const reason = new Error('no longer wanted');
    await assert.rejects(client.get(namespaces, { name: 'default' }, { signal: AbortSignal.abort(reason) }), reason);
    const controller = new AbortController();
    const call = client.get(namespaces, { name: 'default' }, { signal: controller.signal });
    controller.abort(reason);
    await assert.rejects(call, reason);
  });
});
