// The event recorder at a real API server.
import assert from 'node:assert/strict';
import {
  KubeClient as Client,
  EventRecorder,
  type EventRecorderOptions,
  type KubeClient,
  type KubeObject,
  Reflector,
  type ResourceType,
} from '../../src/kube/index.ts';
import { run } from '../support/command.ts';
import { Recording } from './recording.ts';
import { adminClient, apiServer, configMap, configMaps, freshNamespace, patience } from './server.ts';

const eventsType: ResourceType = {
  group: 'events.k8s.io',
  version: 'v1',
  plural: 'events',
  kind: 'Event',
  namespaced: true,
};

interface EventObject extends KubeObject {
  readonly reason?: string;
  readonly note?: string;
  readonly series?: { readonly count: number };
}

describe('the event recorder', () => {
  let client: KubeClient;
  let namespace: string;
  let recording: Recording<EventObject>;
  let watch: Reflector<EventObject>;

  before(async function () {
    this.timeout(120_000);
    client = await adminClient();
  });

  beforeEach(async () => {
    namespace = await freshNamespace(client);
    recording = new Recording();
    watch = new Reflector<EventObject>(client, eventsType, { namespace, onEvent: recording.onEvent });
    watch.start();
    await watch.synced(patience());
  });

  afterEach(() => watch.stop());

  const recorder = (options: Partial<EventRecorderOptions> = {}) =>
    new EventRecorder({ client, controller: 'subnetes.io/test', instance: 'test-1', ...options });
  const happening = (note: string, name = 'web') => ({
    regarding: { apiVersion: 'v1', kind: 'ConfigMap', name, namespace },
    type: 'Warning' as const,
    reason: 'AddressTaken',
    action: 'Allocate',
    note,
  });
  const present = async () => {
    await watch.barrier(patience());
    return [...watch.objects()];
  };

  it('makes an event that kubectl describe shows under its object', async () => {
    const made = await client.create(configMaps, configMap(namespace, 'web'));
    const events = recorder();
    const event = happening('10.0.0.5 is taken by IP web-0: choose another');
    events.record({ ...event, regarding: { ...event.regarding, uid: made.metadata.uid } });
    await events.stop(patience());
    const { kubeconfig } = await apiServer();
    const { stdout } = await run('kubectl', [
      '--kubeconfig',
      kubeconfig,
      '-n',
      namespace,
      'describe',
      'configmap',
      'web',
    ]);
    assert.match(stdout, /Warning\s+AddressTaken\s.*10\.0\.0\.5 is taken by IP web-0: choose another/);
  });

  it('counts repetitions in one event', async () => {
    const events = recorder({ seriesIntervalMs: 50 });
    for (let n = 0; n < 5; n += 1) events.record(happening('again'));
    await recording.until(() => recording.events.at(-1)?.object.series?.count === 5);
    events.record(happening('again'));
    await recording.until(() => recording.events.at(-1)?.object.series?.count === 6);
    await events.stop(patience());
    assert.equal((await present()).length, 1);
  });

  it('writes what is only counted yet when it stops', async () => {
    const events = recorder({ seriesIntervalMs: 3_600_000 });
    for (let n = 0; n < 3; n += 1) events.record(happening('again'));
    await events.stop(patience());
    const [event] = await present();
    assert.equal(event?.series?.count, 3);
  });

  it('lets one object make no more than its share, and others theirs', async () => {
    const events = recorder({ burst: 4 });
    for (let n = 0; n < 50; n += 1) events.record(happening(`note ${n}`));
    events.record(happening('of another', 'other'));
    await events.stop(patience());
    assert.deepEqual((await present()).map(({ note }) => note).sort(), [
      'note 0',
      'note 1',
      'note 2',
      'note 3',
      'of another',
    ]);
    assert.equal(events.dropped, 46);
  });

  it('begins a new event when the server has forgotten the old one', async () => {
    const events = recorder({ seriesIntervalMs: 3_600_000 });
    events.record(happening('again'));
    await recording.until((lines) => lines.length === 1);
    const [first] = await present();
    assert.ok(first !== undefined);
    await client.delete(eventsType, first.metadata);
    events.record(happening('again'));
    await events.stop(patience());
    const [second] = await present();
    assert.equal(second?.series?.count, 2);
    assert.notEqual(second?.metadata.uid, first.metadata.uid);
  });

  it('cuts a note that the server would refuse, at a whole character', async () => {
    const events = recorder();
    events.record(happening('ü'.repeat(2_000)));
    await events.stop(patience());
    const [event] = await present();
    assert.match(event?.note ?? '', /^ü+…$/);
  });

  it('puts events of cluster-scoped objects where kubectl looks for them', async () => {
    const events = recorder();
    const regarding = { apiVersion: 'v1', kind: 'Namespace', name: namespace };
    events.record({ ...happening('cluster-scoped'), regarding });
    await events.stop(patience());
    const { items } = await client.list<EventObject>(eventsType, { namespace: 'default' });
    assert.ok(items.some(({ metadata }) => metadata.name.startsWith(`${namespace}.`)));
  });

  it('never throws, not even when nobody answers', async () => {
    const nobody = new Client({ server: 'http://127.0.0.1:1' }, { deadlineMs: 100 });
    const events = recorder({ client: nobody });
    events.record(happening('unheard'));
    await events.stop(patience());
    assert.equal(events.dropped, 1);
    events.record(happening('after the end'));
    nobody.close();
  });
});
