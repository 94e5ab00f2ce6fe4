// The inactivity probe by a clock that the test moves: nothing here depends on how busy the machine is.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { mock } from 'node:test';
import { JsonRpcConnection } from '../../src/ovsdb/json-rpc.ts';
import { type Peer, ScriptedServer } from './scripted-server.ts';

const probeIntervalMs = 30_000;

describe('the inactivity probe', () => {
  let server: ScriptedServer;
  let socket: Socket;
  let peer: Peer;
  let rpc: JsonRpcConnection;
  let closed: Error | undefined;

  beforeEach(async () => {
    server = new ScriptedServer();
    const port = Number((await server.listen()).split(':').at(-1));
    socket = connect(port, '127.0.0.1');
    peer = await server.accepted();
    mock.timers.enable({ apis: ['setTimeout'] });
    rpc = new JsonRpcConnection(socket, { probeIntervalMs, onNotification: () => undefined });
    closed = undefined;
    void rpc.closed.then((reason) => {
      closed = reason;
    });
  });

  afterEach(async () => {
    mock.timers.reset();
    rpc.close(new Error('the test is over'));
    await server.close();
  });

  /** Sends bytes to the client and waits until it has read them. */
  const feed = async (text: string): Promise<void> => {
    const read = once(socket, 'data');
    peer.write(text);
    await read;
  };

  it('goes out after one silent interval, and the connection lives as long as it is answered', async () => {
    for (let round = 0; round < 5; round++) {
      mock.timers.tick(probeIntervalMs);
      assert.deepEqual(await peer.messages(), [{ method: 'echo', params: [], id: 'probe' }]);
      mock.timers.tick(probeIntervalMs - 1);
      await feed('{"result":[],"error":null,"id":"probe"}');
    }
    assert.equal(closed, undefined);
  });

  it('ends the connection when it is not answered within another interval', async () => {
    const pending = assert.rejects(
      rpc.request('echo', ['x'], () => undefined),
      { name: 'OvsdbDisconnectedError', sent: true },
    );
    mock.timers.tick(probeIntervalMs);
    mock.timers.tick(probeIntervalMs);
    assert.match((await rpc.closed).message, /inactivity probe within 30000 ms/);
    await pending;
  });

  it('is put off by any byte, even of a message that is not complete', async () => {
    await feed('{"method":"update3","params":["');
    for (let round = 0; round < 5; round++) {
      mock.timers.tick(probeIntervalMs - 1);
      await feed('a part of a large dump ');
    }
    assert.equal(closed, undefined);
    mock.timers.tick(probeIntervalMs);
    assert.deepEqual(await peer.messages(), [{ method: 'echo', params: [], id: 'probe' }], 'probed while bytes came');
  });
});
