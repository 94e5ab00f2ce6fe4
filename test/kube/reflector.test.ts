// The reflector against a real API server: it sees everything once, in order, whatever happens to the server.
import assert from 'node:assert/strict';
import { type KubeClient, KubeError, Reflector, type ReflectorOptions } from '../../src/kube/index.ts';
import { silentLog } from '../../src/log.ts';
import { Recording } from './recording.ts';
import {
  adminClient,
  apiServer,
  type ConfigMap,
  configMap,
  configMaps,
  freshNamespace,
  patience,
  secrets,
} from './server.ts';

describe('the reflector at a real API server', () => {
  let client: KubeClient;
  let namespace: string;
  const reflectors: Reflector<ConfigMap>[] = [];

  before(async function () {
    this.timeout(120_000);
    client = await adminClient();
  });

  beforeEach(async () => {
    namespace = await freshNamespace(client);
  });

  afterEach(async () => {
    await Promise.all(reflectors.splice(0).map((reflector) => reflector.stop()));
  });

  function reflect(options: Partial<ReflectorOptions<ConfigMap>> = {}) {
    const recording = new Recording<ConfigMap>();
    const reflector = new Reflector<ConfigMap>(client, configMaps, {
      namespace,
      onEvent: recording.onEvent,
      ...options,
    });
    reflectors.push(reflector);
    reflector.start();
    return { reflector, recording };
  }

  const create = (name: string, data: Readonly<Record<string, string>> = {}) =>
    client.create<ConfigMap>(configMaps, configMap(namespace, name, data));
  const remove = (name: string) => client.delete(configMaps, { namespace, name });

  it('shows what is there, then each change', async () => {
    await create('a');
    const { reflector, recording } = reflect();
    await reflector.synced(patience());
    assert.deepEqual(recording.lines, ['put a']);
    const b = await create('b');
    await client.patch(configMaps, b.metadata, { data: { x: '1' } });
    await remove('a');
    await recording.until((lines) => lines.includes('delete a'));
    assert.deepEqual(recording.lines, ['put a', 'put b', 'put b', 'delete a']);
    assert.deepEqual(reflector.get(`${namespace}/b`)?.data, { x: '1' });
    assert.equal(reflector.size, 1);
  });

  it('keeps no managedFields, and only what the projection leaves', async () => {
    await create('a', { big: 'x'.repeat(1000) });
    const { reflector, recording } = reflect({ project: ({ data: _, ...rest }) => rest });
    await reflector.synced(patience());
    const [event] = recording.events;
    assert.ok(event !== undefined && !('managedFields' in event.object.metadata) && !('data' in event.object));
    assert.equal(event.object.kind, 'ConfigMap'); // the items of a list have no kind of their own
    assert.equal(event.object.apiVersion, 'v1');
  });

  it('obeys its selectors, and reports an object that leaves them as deleted', async () => {
    const labels = { pick: 'me' };
    const { reflector, recording } = reflect({ labelSelector: 'pick=me' });
    await reflector.synced(patience());
    await create('other');
    const picked = await client.create(configMaps, {
      ...configMap(namespace, 'picked'),
      metadata: { namespace, name: 'picked', labels },
    });
    await client.patch(configMaps, picked.metadata, { metadata: { labels: null } });
    await recording.until((lines) => lines.length >= 2);
    assert.deepEqual(recording.lines, ['put picked', 'delete picked']);
  });

  it('lists in pages that no object falls between', async () => {
    await Promise.all(Array.from({ length: 23 }, (_, n) => create(`n${n}`)));
    const { reflector, recording } = reflect({ pageSize: 5, listOnly: true });
    await reflector.synced(patience());
    assert.equal(new Set(recording.lines).size, 23);
  });

  it('goes on after the server was killed and started again, and reports nothing twice', async function () {
    this.timeout(90_000);
    const server = await apiServer();
    await create('before');
    const { reflector, recording } = reflect();
    await reflector.synced(patience());
    await server.killServer();
    await server.startServer();
    await create('after');
    await remove('before');
    await recording.until((lines) => lines.includes('delete before'), AbortSignal.timeout(60_000));
    assert.deepEqual(recording.lines, ['put before', 'put after', 'delete before']);
  });

  it('lists anew after compaction, and flags what vanished in the meantime', async function () {
    this.timeout(90_000);
    const server = await apiServer();
    for (const name of ['stays', 'vanishes', 'reborn']) await create(name);
    let resyncs = 0;
    const { reflector, recording } = reflect({
      onResync: () => {
        resyncs += 1;
      },
    });
    await reflector.synced(patience());
    // While its watch can't be resumed, the world changes, and the history that would tell is compacted away.
    const other = await adminClient();
    const held = reflector.version;
    await server.killServer();
    for (const name of ['vanishes', 'reborn']) {
      await etcd(server.etcdUrl, 'kv/deleterange', { key: base64(`/registry/configmaps/${namespace}/${name}`) });
    }
    const { header } = await etcd(server.etcdUrl, 'kv/range', { key: base64('/nothing') });
    await etcd(server.etcdUrl, 'kv/compaction', { revision: header?.revision, physical: true });
    // A server that starts from the compacted store knows nothing before it.
    await server.startServer();
    await other.create(configMaps, configMap(namespace, 'reborn'));
    await recording.until((lines) => lines.includes('delete vanishes (relist)'), AbortSignal.timeout(60_000));
    await reflector.barrier(patience());
    assert.notEqual(reflector.version, held);
    assert.ok(resyncs >= 2);
    const tail = recording.lines.slice(3);
    assert.ok(!tail.some((line) => line.includes('stays')), tail.join(', '));
    // Another object of the same name is a delete and a put, whether it was missing in the list or there under a new uid.
    const reborn = tail.filter((line) => line.includes('reborn')).map((line) => line.replace(' (relist)', ''));
    assert.deepEqual(reborn, ['delete reborn', 'put reborn']);
  });

  it('lets an error of a handler surface, and reports nothing more', async () => {
    const fault = new Error('a bug in the handler');
    let calls = 0;
    let surfaced: (error: unknown) => void = () => {};
    const error = new Promise((resolve) => {
      surfaced = resolve;
    });
    const { reflector } = reflect({
      onEvent: () => {
        calls += 1;
        throw fault;
      },
      onError: (seen) => surfaced(seen),
    });
    const waiting = reflector
      .synced(patience())
      .then(() => create('a'))
      .then(() => reflector.barrier(patience()));
    await assert.rejects(waiting, fault);
    assert.equal(await error, fault);
    await create('b');
    await assert.rejects(reflector.barrier(patience()), fault);
    assert.equal(calls, 1);
  });

  it('has, after a barrier, everything that was written before the barrier', async () => {
    const { reflector } = reflect();
    for (let n = 0; n < 20; n += 1) {
      const name = `n${n}`;
      await create(name);
      if (n % 2 === 1) await remove(`n${n - 1}`);
      await reflector.barrier(patience());
      assert.ok(reflector.get(`${namespace}/${name}`), name);
      if (n % 2 === 1) assert.equal(reflector.get(`${namespace}/n${n - 1}`), undefined);
    }
  });

  it('passes a barrier on a quiet collection while the store moves on with others', async () => {
    await create('quiet');
    const { reflector, recording } = reflect();
    await reflector.synced(patience());
    for (let n = 0; n < 3; n += 1) {
      await client.create(secrets, { ...configMap(namespace, `s${n}`), kind: 'Secret' });
      await reflector.barrier(patience());
    }
    assert.deepEqual(recording.lines, ['put quiet']); // however it learned: nothing is reported twice
  });

  it('passes many barriers at once', async () => {
    const { reflector } = reflect();
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        await create(`n${n}`);
        await reflector.barrier(patience());
        assert.ok(reflector.get(`${namespace}/n${n}`));
      }),
    );
  });

  it('does not say that it is complete while the server is suspended, and tells why a barrier fails', async () => {
    const server = await apiServer();
    const { reflector } = reflect();
    await reflector.synced(patience());
    await server.whileSuspended(() =>
      assert.rejects(reflector.barrier(AbortSignal.timeout(300)), { name: 'TimeoutError' }),
    );
    await reflector.barrier(patience());
  });

  it('waits for a resource that is not served yet, says why, and ends its waiters when it is stopped', async () => {
    const unserved = { ...configMaps, group: 'not.installed', plural: 'things' };
    let warned: () => void = () => {};
    const warning = new Promise<void>((resolve) => {
      warned = resolve;
    });
    const log = { ...silentLog, warn: () => warned() };
    const reflector = new Reflector<ConfigMap>(client, unserved, { onEvent: () => {}, log });
    reflector.start();
    const waiting = reflector.synced();
    await warning;
    assert.ok(reflector.lastError instanceof KubeError && reflector.lastError.notFound);
    await reflector.stop();
    await assert.rejects(waiting, /is stopped/);
    await assert.rejects(reflector.synced(), /is stopped/);
  });
});

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** One call to etcd's JSON gateway. */
async function etcd(
  url: string,
  call: string,
  body: unknown,
): Promise<{ readonly header?: { readonly revision: string } }> {
  const answer = await fetch(`${url}/v3/${call}`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`etcd ${call}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { readonly header?: { readonly revision: string } };
}
