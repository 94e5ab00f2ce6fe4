// The client against a scripted server: what may be tried again, what must not be, and answers that are not what they should be.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  KubeClient,
  type KubeClientOptions,
  KubeError,
  type KubeObject,
  tokenFile,
  type WatchEvent,
} from '../../src/kube/index.ts';
import { eventLine, json, refuse, type Script, ScriptedServer } from './scripted-server.ts';
import { configMap, configMaps, namespaces } from './server.ts';

describe('the client at a server that misbehaves', () => {
  const closers: (() => Promise<void> | void)[] = [];

  async function scripted(
    script: Script,
    options: KubeClientOptions = {},
    token?: (renew?: boolean) => Promise<string>,
  ) {
    const server = await ScriptedServer.start(script);
    const client = new KubeClient({ server: server.url, token }, { deadlineMs: 10_000, ...options });
    closers.push(
      () => client.close(),
      () => server.stop(),
    );
    return { server, client };
  }

  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  const object = { ...configMap('n', 'a'), metadata: { namespace: 'n', name: 'a', resourceVersion: '1' } };
  const ref = { namespace: 'n', name: 'a' };

  it('repeats a read after 500, 503, a cut-off answer and a lost connection', async () => {
    const { server, client } = await scripted(({ number, socket }, response) => {
      if (number === 1) refuse(response, 500, 'InternalError');
      else if (number === 2) refuse(response, 503, 'ServiceUnavailable');
      else if (number === 3) {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"kind":', () => socket.destroy());
      } else if (number === 4) socket.destroy();
      else json(response, 200, object);
    });
    assert.equal((await client.get(configMaps, ref)).metadata.name, 'a');
    assert.equal(server.requests.length, 5);
  });

  it('repeats a write that was refused with 429, after as long as the server asked for', async () => {
    const { server, client } = await scripted(({ number }, response) => {
      if (number === 1) refuse(response, 429, 'TooManyRequests', { 'retry-after': '1' });
      else json(response, 201, object);
    });
    const began = performance.now();
    await client.create(configMaps, object);
    assert.ok(performance.now() - began >= 1000);
    assert.equal(server.requests.length, 2);
    assert.equal(server.requests[0]?.body, server.requests[1]?.body);
  });

  it('never repeats a write that may have been executed', async () => {
    for (const breakage of ['500', '504', 'connection', 'body'] as const) {
      const { server, client } = await scripted(({ socket }, response) => {
        if (breakage === 'connection') socket.destroy();
        else if (breakage === 'body') response.writeHead(200).write('{', () => socket.destroy());
        else refuse(response, Number(breakage), 'Timeout');
      });
      await assert.rejects(client.patch(configMaps, ref, {}), (error: KubeError) => error.executed === 'unknown');
      assert.equal(server.requests.length, 1, breakage);
    }
  });

  it('asks the fence again before each attempt of a write', async () => {
    let up = true;
    const { server, client } = await scripted(
      (_request, response) => {
        up = false;
        refuse(response, 429, 'TooManyRequests');
      },
      { fence: () => up },
    );
    await assert.rejects(client.create(configMaps, object), (error: KubeError) => error.reason === 'Fenced');
    assert.equal(server.requests.length, 1);
  });

  it('does not keep its caller beyond the deadline when told to come back later than that', async () => {
    const { client } = await scripted((_request, response) =>
      refuse(response, 429, 'TooManyRequests', { 'retry-after': '3600' }),
    );
    await assert.rejects(
      client.get(configMaps, ref),
      (error: KubeError) => error.status === 429 && error.retryAfterSeconds === 3600,
    );
  });

  it('ends a call whose answer begins and never ends', async () => {
    const { client } = await scripted((_request, response) => void response.writeHead(200).write('{'));
    await assert.rejects(
      client.get(configMaps, ref, { deadlineMs: 200 }),
      (error: KubeError) => error.reason === 'DeadlineExceeded',
    );
  });

  it('says that a write which got no answer in time may have been executed', async () => {
    const { client } = await scripted(() => {});
    const late = (error: KubeError) => error.reason === 'DeadlineExceeded' && error.executed === 'unknown';
    await assert.rejects(client.patch(configMaps, ref, {}, { deadlineMs: 200 }), late);
  });

  it('survives that the server closes idle connections', async () => {
    const { server, client } = await scripted((_request, response) => json(response, 200, object));
    await client.get(configMaps, ref);
    const [first] = server.requests;
    const closed = new Promise((resolve) => first?.socket.once('close', resolve));
    first?.socket.destroy();
    await closed;
    await client.get(configMaps, ref);
    assert.equal(server.connections, 2);
  });

  it('renews its token when it is refused, once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'subnetes-token-'));
    closers.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'token');
    await writeFile(file, 'old\n');
    const { server, client } = await scripted(
      (request, response) => {
        if (request.headers.authorization === 'Bearer new') json(response, 200, object);
        else refuse(response, 401, 'Unauthorized');
      },
      {},
      tokenFile(file),
    );
    await assert.rejects(client.get(configMaps, ref), (error: KubeError) => error.status === 401);
    assert.equal(server.requests.length, 2);
    await writeFile(file, 'new\n'); // as the kubelet does
    await client.patch(configMaps, ref, {});
    assert.deepEqual(
      server.requests.slice(2).map(({ headers }) => headers.authorization),
      ['Bearer old', 'Bearer new'],
    );
  });

  it('shows a refusal in plain text as it is', async () => {
    const { client } = await scripted((_request, response) => response.writeHead(403).end('go away\n'));
    await assert.rejects(client.get(namespaces, { name: 'a' }), /go away/);
  });

  it('sends no secrets over plain HTTP to another machine', () => {
    assert.throws(() => new KubeClient({ server: 'http://192.0.2.1:8080' }), /plain HTTP/);
  });

  it('ends all calls when it is closed', async () => {
    const { client } = await scripted(() => client.close());
    await assert.rejects(client.get(configMaps, ref));
    await assert.rejects(client.get(configMaps, ref), (error: KubeError) => error.reason === 'Closed');
  });

  describe('as a watch', () => {
    async function collect(script: Script): Promise<{ readonly events: readonly string[]; readonly error: unknown }> {
      const { client } = await scripted(script);
      const events: string[] = [];
      try {
        for await (const batch of client.watch(configMaps, { resourceVersion: '1' })) {
          events.push(
            ...batch.map(({ type, object: seen }: WatchEvent<KubeObject>) => `${type} ${seen.metadata.name}`),
          );
        }
        return { events, error: undefined };
      } catch (error) {
        return { events, error };
      }
    }

    const added = eventLine('ADDED', object);

    it('hands out what came whole and drops the event that was cut off', async () => {
      const { events, error } = await collect((_request, response) => response.end(added + added.slice(0, 40)));
      assert.deepEqual(events, ['ADDED a']);
      assert.equal(error, undefined);
    });

    it('hands out what came before an error event, in the same chunk too', async () => {
      const status = { kind: 'Status', code: 410, reason: 'Expired', message: 'too old resource version' };
      const { events, error } = await collect((_request, response) => response.end(added + eventLine('ERROR', status)));
      assert.deepEqual(events, ['ADDED a']);
      assert.ok(error instanceof KubeError && error.gone);
    });

    it('says that the connection broke', async () => {
      const { events, error } = await collect(({ socket }, response) =>
        response.write(added, () => setImmediate(() => socket.destroy())),
      );
      assert.deepEqual(events, ['ADDED a']);
      assert.ok(error instanceof KubeError && error.reason === 'ConnectionLost');
    });

    it('throws at nonsense', async () => {
      for (const nonsense of ['not json\n', 'null\n', '{"type":"ADDED"}\n']) {
        const { error } = await collect((_request, response) => response.end(nonsense));
        assert.ok(error instanceof KubeError && error.reason === 'BadResponse', nonsense);
      }
    });

    it('closes its connection when the reader leaves', async () => {
      const { server, client } = await scripted((_request, response) => void response.write(added));
      for await (const _ of client.watch(configMaps, { resourceVersion: '1' })) break;
      const socket = server.requests[0]?.socket;
      if (socket?.destroyed === false) await new Promise((resolve) => socket.once('close', resolve));
    });
  });
});
