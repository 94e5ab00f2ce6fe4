// The reflector against a scripted server: WatchList, its absence, truncation, duplicates, silence, time going backwards.
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { KubeClient, Reflector, type ReflectorOptions } from '../../src/kube/index.ts';
import { Recording } from './recording.ts';
import { eventLine, json, refuse, type ScriptedRequest, ScriptedServer } from './scripted-server.ts';
import { type ConfigMap, configMap, configMaps, patience } from './server.ts';

describe('the reflector at a scripted server', () => {
  const closers: (() => Promise<void> | void)[] = [];

  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  /** Answers lists and watches apart; both get the number of their own kind, from 1. */
  interface Scripts {
    readonly list?: (number: number, response: ServerResponse, request: ScriptedRequest) => void;
    readonly watch: (number: number, response: ServerResponse, request: ScriptedRequest) => void;
  }

  async function reflect(scripts: Scripts, options: Partial<ReflectorOptions<ConfigMap>> = {}) {
    let lists = 0;
    let watches = 0;
    const server = await ScriptedServer.start((request, response) => {
      if (request.query.get('watch') === '1') {
        watches += 1;
        scripts.watch(watches, response, request);
      } else {
        lists += 1;
        if (scripts.list === undefined) refuse(response, 403, 'Forbidden');
        else scripts.list(lists, response, request);
      }
    });
    const client = new KubeClient({ server: server.url });
    const recording = new Recording<ConfigMap>();
    const reflector = new Reflector<ConfigMap>(client, configMaps, { onEvent: recording.onEvent, ...options });
    closers.push(
      () => reflector.stop(),
      () => client.close(),
      () => server.stop(),
    );
    reflector.start();
    return { server, reflector, recording };
  }

  const object = (name: string, version: number, uid = name): ConfigMap => ({
    ...configMap('n', name),
    metadata: { namespace: 'n', name, uid, resourceVersion: String(version) },
  });
  const added = (name: string, version: number, uid?: string) => eventLine('ADDED', object(name, version, uid));
  const bookmark = (version: number, annotations?: Record<string, string>) =>
    eventLine('BOOKMARK', { metadata: { resourceVersion: String(version), annotations } });
  const complete = (version: number) => bookmark(version, { 'k8s.io/initial-events-end': 'true' });
  const expired = eventLine('ERROR', { kind: 'Status', code: 410, reason: 'Expired' });
  const list = (version: number, ...items: readonly ConfigMap[]) => ({
    metadata: { resourceVersion: String(version) },
    items,
  });

  it('takes list and watch from one WatchList, and resumes after its last bookmark', async () => {
    const { server, reflector, recording } = await reflect({
      watch: (number, response) => {
        if (number === 1) response.end(added('a', 3) + added('b', 5) + complete(9) + bookmark(12));
        else if (number === 2) response.write(added('c', 13));
      },
    });
    await recording.until((lines) => lines.includes('put c'));
    assert.deepEqual(recording.lines, ['put a', 'put b', 'put c']);
    const [first, second] = server.requests;
    assert.equal(first?.query.get('sendInitialEvents'), 'true');
    assert.equal(first?.query.get('resourceVersionMatch'), 'NotOlderThan');
    assert.equal(first?.query.get('allowWatchBookmarks'), 'true');
    assert.equal(first?.query.has('resourceVersion'), false);
    assert.equal(second?.query.get('resourceVersion'), '12');
    assert.equal(second?.query.has('sendInitialEvents'), false);
    assert.equal(reflector.version, '13');
  });

  it('is not complete before the end of the initial events, and starts them again when they break off', async () => {
    let second: ServerResponse | undefined;
    const { server, reflector, recording } = await reflect({
      watch: (number, response) => {
        if (number === 1) response.end(added('a', 3) + added('gone', 4));
        else {
          second = response;
          response.write(added('a', 3) + added('b', 6));
        }
      },
    });
    await recording.until((lines) => lines.includes('put b'));
    assert.equal(reflector.complete, false);
    second?.write(complete(9));
    await reflector.synced(patience());
    // What only the broken list had shown is gone again.
    assert.deepEqual(recording.lines, ['put a', 'put gone', 'put b', 'delete gone (relist)']);
    assert.equal(server.requests.length, 2);
  });

  for (const [what, answer] of [
    ['refuses its parameters', (response: ServerResponse) => refuse(response, 422, 'Invalid')],
    [
      'accepts it and then fails',
      (response: ServerResponse) =>
        response.end(eventLine('ERROR', { kind: 'Status', code: 500, reason: 'InternalError' })),
    ],
  ] as const) {
    it(`lists and watches where the server ${what} (WatchList)`, async () => {
      const { server, reflector, recording } = await reflect({
        list: (_number, response) => json(response, 200, list(7, object('a', 3))),
        watch: (number, response) => {
          if (number === 1) answer(response);
          else response.write(added('b', 8));
        },
      });
      await recording.until((lines) => lines.includes('put b'));
      assert.deepEqual(recording.lines, ['put a', 'put b']);
      assert.equal(server.requests[2]?.query.get('resourceVersion'), '7');
      assert.equal(reflector.size, 2);
    });
  }

  it('lists and watches where a WatchList stays silent', async () => {
    const { reflector } = await reflect(
      {
        list: (_number, response) => json(response, 200, list(7, object('a', 3))),
        watch: (_number, response) => response.flushHeaders(),
      },
      { staleAfterMs: 200 },
    );
    await reflector.synced(patience());
    assert.equal(reflector.size, 1);
  });

  it('lists in one piece when the pages expire', async () => {
    const { server, reflector } = await reflect(
      {
        list: (number, response) => {
          if (number === 1)
            json(response, 200, { metadata: { resourceVersion: '7', continue: 'more' }, items: [object('a', 3)] });
          else if (number === 2) refuse(response, 410, 'Expired');
          else json(response, 200, list(9, object('b', 8)));
        },
        watch: (_number, response) => response.flushHeaders(),
      },
      { listOnly: true },
    );
    await reflector.synced(patience());
    assert.deepEqual(
      [...reflector.objects()].map(({ metadata }) => metadata.name),
      ['b'],
    );
    assert.deepEqual(
      server.requests.slice(0, 3).map(({ query }) => [query.get('limit'), query.get('continue')]),
      [
        ['500', null],
        ['500', 'more'],
        [null, null],
      ],
    );
  });

  it('counts an optional kind that the server does not know as empty, and sees it appear and go', async () => {
    let known = false;
    const open: ServerResponse[] = [];
    const { reflector, recording } = await reflect(
      {
        list: (_number, response) =>
          known ? json(response, 200, list(7, object('a', 3))) : refuse(response, 404, 'NotFound'),
        watch: (_number, response) => {
          if (!known) return refuse(response, 404, 'NotFound');
          response.write(added('a', 3) + complete(7));
          open.push(response);
        },
      },
      { optional: true },
    );
    await reflector.synced(patience());
    await reflector.barrier(patience());
    assert.equal(reflector.complete, true);
    assert.equal(reflector.lastError, undefined);
    known = true;
    // Who asks for what is committed does not wait for the pause to end.
    await reflector.barrier(patience());
    assert.deepEqual(recording.lines, ['put a']);
    known = false;
    for (const response of open) response.end();
    await recording.until((lines) => lines.length === 2);
    assert.deepEqual(recording.lines, ['put a', 'delete a (relist)']);
    await reflector.barrier(patience());
  });

  it('lists anew after 410, as an event and as an answer, and flags only what it did not see deleted', async () => {
    const { recording } = await reflect({
      watch: (number, response) => {
        if (number === 1)
          response.end(
            added('a', 3) +
              added('b', 4) +
              added('c', 5) +
              complete(9) +
              eventLine('DELETED', object('b', 10)) +
              expired,
          );
        else if (number === 2) response.end(added('a', 3) + complete(20));
        else if (number === 3) refuse(response, 410, 'Gone');
        else response.write(complete(30));
      },
    });
    await recording.until((lines) => lines.length === 6);
    assert.deepEqual(recording.lines, [
      'put a',
      'put b',
      'put c',
      'delete b',
      'delete c (relist)',
      'delete a (relist)',
    ]);
  });

  it('tells another object of the same name from a new version of the old one', async () => {
    const { recording } = await reflect({
      watch: (number, response) => {
        if (number === 1) response.end(added('a', 3, 'first') + complete(9) + expired);
        else response.write(added('a', 12, 'second') + complete(20));
      },
    });
    await recording.until((lines) => lines.length === 3);
    assert.deepEqual(
      recording.events.map((event) => [event.type, event.object.metadata.uid]),
      [
        ['put', 'first'],
        ['delete', 'first'],
        ['put', 'second'],
      ],
    );
  });

  it('reports an event that comes twice once', async () => {
    const { recording } = await reflect({
      watch: (number, response) => {
        const deleted = eventLine('DELETED', object('a', 11));
        if (number === 1)
          response.write(complete(9) + added('a', 10) + added('a', 10) + deleted + deleted + added('z', 12));
      },
    });
    await recording.until((lines) => lines.includes('put z'));
    assert.deepEqual(recording.lines, ['put a', 'delete a', 'put z']);
  });

  it('lists anew when versions go backwards, as after a restored backup', async () => {
    const { reflector, recording } = await reflect({
      watch: (number, response) => {
        if (number === 1) response.write(added('a', 90) + added('b', 91) + complete(100) + added('old', 50));
        else response.write(added('b', 41) + complete(50));
      },
    });
    await recording.until((lines) => lines.includes('delete a (relist)'));
    assert.equal(recording.lines.includes('put old'), false);
    await reflector.synced(patience());
    assert.equal(reflector.get('n/b')?.metadata.resourceVersion, '41');
  });

  it('opens a silent watch anew, from where it was', async () => {
    const { server, recording } = await reflect(
      {
        watch: (number, response) => {
          if (number === 1) response.write(complete(9));
          else response.write(added('a', 10));
        },
      },
      { staleAfterMs: 200 },
    );
    await recording.until((lines) => lines.includes('put a'));
    assert.equal(server.requests[1]?.query.get('resourceVersion'), '9');
  });

  it('does not storm a server that ends every watch at once', async () => {
    let tenth: (at: number) => void = () => {};
    const reached = new Promise<number>((resolve) => {
      tenth = resolve;
    });
    const began = performance.now();
    await reflect({
      watch: (number, response) => {
        if (number === 5) tenth(performance.now() - began);
        response.end(number === 1 ? complete(9) : '');
      },
    });
    // Back-off of 200, 400, 800, 1,600 ms, each with at least half of it.
    assert.ok((await reached) >= 1_500);
  });

  it('passes a barrier by a list that was begun after it, not by one under way', async () => {
    let first: ServerResponse | undefined;
    const { reflector, recording } = await reflect({
      list: (_number, response) => json(response, 200, list(50)),
      watch: (number, response) => {
        if (number === 1) {
          first = response;
          response.write(added('a', 3));
        } else response.write(added('a', 3) + added('late', 45) + complete(50));
      },
    });
    await recording.until((lines) => lines.includes('put a'));
    const barrier = reflector.barrier(patience());
    first?.write(complete(9)); // an older state than the barrier asks for
    await barrier;
    assert.ok(reflector.get('n/late'));
    assert.equal(reflector.version, '50');
  });

  it('passes a barrier at once when the watch has brought its version', async () => {
    const { server, reflector } = await reflect({
      list: (_number, response) => json(response, 200, list(50)),
      watch: (_number, response) => response.write(complete(50)),
    });
    await reflector.synced(patience());
    await reflector.barrier(patience());
    assert.equal(server.requests.length, 2);
  });

  it('throws where nothing catches it when a handler fails and nobody asked to be told', async () => {
    const fault = new Error('a bug in the handler');
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException'); // mocha's own, which would fail this test
    try {
      const uncaught = new Promise((resolve) => process.once('uncaughtException', resolve));
      await reflect(
        { watch: (_number, response) => response.write(added('a', 3)) },
        {
          onEvent: () => {
            throw fault;
          },
        },
      );
      assert.equal(await uncaught, fault);
    } finally {
      for (const listener of listeners) process.on('uncaughtException', listener);
    }
  });
});
