/** The bundled plugin against the agent's real server over a real socket; behind the server stand scripted sandboxes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { AddRequest } from '../../../operator/agent/cni-request.ts';
import { CniServer, type Sandboxes, SocketInUseError } from '../../../operator/agent/cni-server.ts';
import { relay } from '../../../operator/cni/relay.ts';
import { type Attachment, CniError, cniCodes } from '../../../operator/cni/spec.ts';
import { silentLog } from '../../../src/log.ts';
import { bundlePlugin, callPlugin, type PluginOutcome } from './plugin.ts';

const attachment: Attachment = {
  ifname: 'eth0',
  mac: '0a:58:0a:01:00:05',
  mtu: 1400,
  netns: '/run/netns/web-0',
  hostInterface: 'h0123456789abc',
  addresses: [
    { cidr: '10.1.0.5/24', gateway: '10.1.0.1' },
    { cidr: 'fd01::5/64', gateway: 'fd01::1' },
  ],
};

/** Sandboxes that record what they were asked, and answer what a test says. */
class ScriptedSandboxes implements Sandboxes {
  readonly asked: unknown[] = [];
  onAdd: (request: AddRequest, signal: AbortSignal) => Promise<Attachment> = () => Promise.resolve(attachment);
  failure: Error | undefined;

  async add(request: AddRequest, signal: AbortSignal): Promise<Attachment> {
    this.#record(request);
    return await this.onAdd(request, signal);
  }
  async del(request: unknown): Promise<void> {
    this.#record(request);
  }
  async check(request: unknown): Promise<void> {
    this.#record(request);
  }
  async gc(request: unknown): Promise<void> {
    this.#record(request);
  }
  async status(): Promise<void> {
    this.#record({ command: 'STATUS' });
  }

  #record(request: unknown): void {
    this.asked.push(request);
    if (this.failure) throw this.failure;
  }
}

/** Sends raw bytes and returns all that comes back. */
function exchange(path: string, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path });
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    socket.write(bytes);
  });
}

/** Leaves a socket file behind as a process does that is killed while it listens. */
async function killedListener(path: string): Promise<void> {
  const program = "require('node:net').createServer().listen(process.argv[1], () => process.stdout.write('listening'))";
  const child = spawn(process.execPath, ['-e', program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
}

describe('the CNI plugin', () => {
  let folder: string;
  let plugin: string;
  let sandboxes: ScriptedSandboxes;
  let server: CniServer;
  let path: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sn-cni-'));
    plugin = await bundlePlugin(folder);
  });
  after(() => rm(folder, { recursive: true }));

  beforeEach(async () => {
    path = join(await mkdtemp(join(folder, 'run-')), 'private', 'cni.sock');
    sandboxes = new ScriptedSandboxes();
    server = new CniServer({ path, sandboxes, log: silentLog, concurrency: 2, requestTimeoutMs: 5_000 });
    await server.listen();
  });
  afterEach(() => server.close());

  const config = (more: Readonly<Record<string, unknown>> = {}): string =>
    JSON.stringify({ cniVersion: '1.1.0', name: 'subnetes', type: 'subnetes', socket: path, node: 'n1', ...more });
  const environment = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    CNI_COMMAND: 'ADD',
    CNI_CONTAINERID: 'c0ffee',
    CNI_NETNS: '/run/netns/web-0',
    CNI_IFNAME: 'eth0',
    CNI_PATH: '/opt/cni/bin',
    CNI_ARGS:
      'IgnoreUnknown=1;K8S_POD_NAMESPACE=team-a;K8S_POD_NAME=web-0;K8S_POD_INFRA_CONTAINER_ID=c0ffee;K8S_POD_UID=u-1',
    ...more,
  });
  const call = (env: Readonly<Record<string, string>> = {}, more: Readonly<Record<string, unknown>> = {}) =>
    callPlugin(plugin, environment(env), config(more));
  const refusedWith = (outcome: PluginOutcome, code: number, message: RegExp) => {
    assert.equal(outcome.exitStatus, 1);
    assert.equal(outcome.output?.code, code);
    assert.match(String(outcome.output?.msg), message);
    assert.equal(typeof outcome.output?.cniVersion, 'string');
  };

  describe('with an agent', () => {
    it('prints the result of ADD and hands the pod on', async () => {
      const outcome = await call();
      assert.equal(outcome.exitStatus, 0, outcome.stderr);
      assert.deepEqual(outcome.output, {
        cniVersion: '1.1.0',
        interfaces: [
          { name: 'eth0', mac: '0a:58:0a:01:00:05', sandbox: '/run/netns/web-0', mtu: 1400 },
          { name: 'h0123456789abc', mtu: 1400 },
        ],
        ips: [
          { interface: 0, address: '10.1.0.5/24', gateway: '10.1.0.1' },
          { interface: 0, address: 'fd01::5/64', gateway: 'fd01::1' },
        ],
        routes: [
          { dst: '0.0.0.0/0', gw: '10.1.0.1' },
          { dst: '::/0', gw: 'fd01::1' },
        ],
        dns: {},
      });
      assert.deepEqual(sandboxes.asked, [
        {
          command: 'ADD',
          cniVersion: '1.1.0',
          containerId: 'c0ffee',
          ifname: 'eth0',
          netns: '/run/netns/web-0',
          pod: { namespace: 'team-a', name: 'web-0', uid: 'u-1' },
        },
      ]);
    });

    it('answers in the words of the version that the caller speaks', async () => {
      for (const [cniVersion, family, mtu] of [
        ['0.3.1', '4', undefined],
        ['0.4.0', '4', undefined],
        ['1.0.0', undefined, undefined],
        ['1.1.0', undefined, 1400],
      ] as const) {
        const { output } = await call({}, { cniVersion });
        const [ip] = (output?.ips ?? []) as Record<string, unknown>[];
        const [pod] = (output?.interfaces ?? []) as Record<string, unknown>[];
        assert.deepEqual([output?.cniVersion, ip?.version, pod?.mtu], [cniVersion, family, mtu]);
      }
    });

    it('prints nothing when DEL, CHECK, GC and STATUS succeed', async () => {
      for (const CNI_COMMAND of ['DEL', 'CHECK', 'GC', 'STATUS']) {
        const outcome = await call({ CNI_COMMAND }, { 'cni.dev/valid-attachments': [] });
        assert.deepEqual([CNI_COMMAND, outcome.exitStatus, outcome.output], [CNI_COMMAND, 0, undefined]);
      }
      assert.deepEqual(
        sandboxes.asked.map((request) => (request as { command: string }).command),
        ['DEL', 'CHECK', 'GC', 'STATUS'],
      );
    });

    it('lets DEL come without a namespace and without a pod', async () => {
      const outcome = await call({ CNI_COMMAND: 'DEL', CNI_NETNS: '', CNI_ARGS: '' });
      assert.equal(outcome.exitStatus, 0);
      assert.deepEqual(sandboxes.asked, [
        { command: 'DEL', cniVersion: '1.1.0', containerId: 'c0ffee', ifname: 'eth0' },
      ]);
    });

    it('hands on which attachments GC shall keep, by the key of the specification or that of its draft', async () => {
      const list = [{ containerID: 'aa', ifname: 'eth0' }];
      await call({ CNI_COMMAND: 'GC' }, { 'cni.dev/valid-attachments': list, 'cni.dev/attachments': [] });
      await call({ CNI_COMMAND: 'GC' }, { 'cni.dev/attachments': list });
      const kept = [{ containerId: 'aa', ifname: 'eth0' }];
      assert.deepEqual(
        sandboxes.asked.map((request) => (request as { valid: unknown }).valid),
        [kept, kept],
      );
    });

    it('refuses GC without a list: an absent list is not an empty one', async () => {
      refusedWith(await call({ CNI_COMMAND: 'GC' }), cniCodes.invalidConfiguration, /valid-attachments/);
      const broken = { 'cni.dev/valid-attachments': [{ containerID: 'aa' }] };
      refusedWith(await call({ CNI_COMMAND: 'GC' }, broken), cniCodes.invalidConfiguration, /"ifname": string/);
      assert.deepEqual(sandboxes.asked, []);
    });

    it('tells a failure with its code, text and details, in the version of the caller', async () => {
      const text = 'IP team-a/web-0: AddressTaken: Address 10.1.0.10 is held by ips.subnetes.io team-b/cache.';
      sandboxes.failure = new CniError(cniCodes.refused, text, 'node n1');
      const { exitStatus, output } = await call({}, { cniVersion: '0.4.0' });
      assert.equal(exitStatus, 1);
      assert.deepEqual(output, { cniVersion: '0.4.0', code: 101, msg: text, details: 'node n1' });
    });

    it('tells a bug as a bug', async () => {
      sandboxes.failure = new TypeError('x is not a function');
      refusedWith(await call(), cniCodes.internal, /internal error: TypeError: x is not a function/);
    });

    it('refuses what the specification or Kubernetes does not allow, and says what', async () => {
      const wrong: readonly [Readonly<Record<string, string>>, RegExp][] = [
        [{ CNI_COMMAND: '' }, /CNI_COMMAND "" is not a command/],
        [{ CNI_COMMAND: 'add' }, /CNI_COMMAND "add" is not a command/],
        [{ CNI_CONTAINERID: '' }, /CNI_CONTAINERID is missing/],
        [{ CNI_CONTAINERID: '../x' }, /CNI_CONTAINERID "..\/x" is not allowed/],
        [{ CNI_IFNAME: '' }, /CNI_IFNAME is missing/],
        [{ CNI_IFNAME: '..' }, /CNI_IFNAME ".." is not allowed/],
        [{ CNI_IFNAME: 'eth0 up' }, /CNI_IFNAME/],
        [{ CNI_IFNAME: 'a-name-of-16-let' }, /CNI_IFNAME/],
        [{ CNI_NETNS: '' }, /CNI_NETNS is missing/],
        [{ CNI_NETNS: '/etc/shadow' }, /CNI_NETNS "\/etc\/shadow" is not allowed/],
        [{ CNI_NETNS: '/run/netns/../../etc/shadow' }, /CNI_NETNS/],
        [{ CNI_NETNS: '/run/netns/..' }, /CNI_NETNS/],
        [{ CNI_NETNS: '/proc/1/root/etc/shadow' }, /CNI_NETNS/],
        [{ CNI_NETNS: '/proc/self/ns/net' }, /CNI_NETNS/],
        [{ CNI_NETNS: '/run/netns/a\nb' }, /CNI_NETNS/],
        [{ CNI_ARGS: '' }, /K8S_POD_NAMESPACE in CNI_ARGS is missing/],
        [{ CNI_ARGS: 'K8S_POD_NAMESPACE=a' }, /K8S_POD_NAME in CNI_ARGS is missing/],
        [{ CNI_ARGS: 'K8S_POD_NAMESPACE=a/b;K8S_POD_NAME=c' }, /K8S_POD_NAMESPACE in CNI_ARGS "a\/b" is not allowed/],
        [{ CNI_ARGS: 'K8S_POD_NAMESPACE=a;K8S_POD_NAME=C' }, /K8S_POD_NAME/],
        [{ CNI_ARGS: 'K8S_POD_NAMESPACE=a;K8S_POD_NAME=c;K8S_POD_UID=x y' }, /K8S_POD_UID/],
      ];
      for (const [env, message] of wrong) refusedWith(await call(env), cniCodes.invalidEnvironment, message);
      assert.deepEqual(sandboxes.asked, []);
    });

    it('takes the three places where runtimes keep namespaces, and pods without a uid', async () => {
      for (const CNI_NETNS of [
        '/var/run/netns/cni-1f',
        '/run/netns/cni-1f',
        '/proc/4711/ns/net',
        '/proc/1/task/9/ns/net',
      ]) {
        const CNI_ARGS = 'K8S_POD_NAMESPACE=team-a;K8S_POD_NAME=web-0.x';
        assert.equal((await call({ CNI_NETNS, CNI_ARGS })).exitStatus, 0, CNI_NETNS);
      }
      assert.deepEqual((sandboxes.asked[0] as AddRequest).pod, {
        namespace: 'team-a',
        name: 'web-0.x',
        uid: undefined,
      });
    });

    it('refuses a configuration that it can not honour', async () => {
      refusedWith(await call({}, { ipam: { type: 'host-local' } }), cniCodes.unsupportedField, /Subnet and IP objects/);
      refusedWith(await call({}, { prevResult: {} }), cniCodes.invalidConfiguration, /first plugin of its list/);
    });

    it('refuses a version or a command of a version that is not spoken', async () => {
      refusedWith(
        await call({}, { cniVersion: '0.2.0' }),
        cniCodes.incompatibleVersion,
        /"0.2.0".*0.3.1, 0.4.0, 1.0.0, 1.1.0/,
      );
      refusedWith(await call({}, { cniVersion: undefined }), cniCodes.incompatibleVersion, /"0.1.0" is not spoken/);
      refusedWith(await call({}, { cniVersion: ['1.1.0'] }), cniCodes.incompatibleVersion, /not spoken/);
      refusedWith(
        await call({ CNI_COMMAND: 'CHECK' }, { cniVersion: '0.3.1' }),
        cniCodes.incompatibleVersion,
        /CHECK is not in CNI 0.3.1/,
      );
      refusedWith(
        await call({ CNI_COMMAND: 'STATUS' }, { cniVersion: '1.0.0' }),
        cniCodes.incompatibleVersion,
        /STATUS is not in CNI 1.0.0/,
      );
    });

    it('tells the agent at once when the runtime ends it', async () => {
      const waiting = new Promise<unknown>((resolve, reject) => {
        sandboxes.onAdd = (_request, signal) =>
          new Promise((_resolve, rejectAdd) => {
            signal.addEventListener('abort', () => {
              resolve(signal.reason);
              rejectAdd(signal.reason);
            });
            if (pid === undefined) reject(new Error('the plugin has no pid'));
            else process.kill(pid, 'SIGKILL');
          });
      });
      let pid: number | undefined;
      const outcome = callPlugin(plugin, environment(), config(), (started) => {
        pid = started;
      });
      assert.match(String(await waiting), /gave up waiting/);
      assert.equal((await outcome).exitStatus, null);
    });
  });

  describe('without an agent', () => {
    it('answers VERSION by itself, also to a caller that sends nothing', async () => {
      await server.close();
      const supportedVersions = ['0.3.1', '0.4.0', '1.0.0', '1.1.0'];
      for (const [stdin, cniVersion] of [
        ['{"cniVersion":"1.0.0"}', '1.0.0'],
        ['{"cniVersion":"9.9.9"}', '1.1.0'],
        ['', '1.1.0'],
      ] as const) {
        const outcome = await callPlugin(plugin, { CNI_COMMAND: 'VERSION' }, stdin);
        assert.deepEqual([outcome.exitStatus, outcome.output], [0, { cniVersion, supportedVersions }]);
      }
    });

    const statusWithin = (statusPatienceMs: number) =>
      relay({
        ...{ env: { CNI_COMMAND: 'STATUS' }, stdin: config(), hostname: 'n1' },
        ...{ replyTimeoutMs: 5_000, statusPatienceMs },
      });

    it('says after a while that STATUS is not available', async () => {
      await server.close();
      const { exitStatus, output } = await statusWithin(300);
      assert.equal(exitStatus, 1);
      const { code, msg } = output as { readonly code: number; readonly msg: string };
      assert.deepEqual([code, msg], [50, 'the Subnetes agent is not running on node n1']);
    });

    it('waits in STATUS for an agent that is started anew', async () => {
      await server.close();
      const answer = statusWithin(20_000);
      await delay(150); // the plugin has asked in vain
      sandboxes.failure = new CniError(cniCodes.notAvailable, 'the agent is starting');
      server = new CniServer({ path, sandboxes, log: silentLog });
      await server.listen();
      while (sandboxes.asked.length === 0) await delay(20);
      sandboxes.failure = undefined;
      assert.equal((await answer).exitStatus, 0);
    });

    it('says so, and that all else can be tried again', async () => {
      await server.close();
      for (const CNI_COMMAND of ['ADD', 'DEL', 'CHECK', 'GC']) {
        const outcome = await call({ CNI_COMMAND });
        refusedWith(outcome, 11, /^the Subnetes agent is not running on node n1$/);
        assert.match(String(outcome.output?.details), /ENOENT/);
      }
    });

    it('says so when a killed agent left its socket behind, which the next agent replaces', async () => {
      await server.close();
      await killedListener(path);
      assert.ok((await stat(path)).isSocket());
      const outcome = await call();
      refusedWith(outcome, 11, /is not running on node n1/);
      assert.match(String(outcome.output?.details), /ECONNREFUSED/);
      server = new CniServer({ path, sandboxes, log: silentLog });
      await server.listen();
      assert.equal((await call()).exitStatus, 0);
    });

    it('can be tried again when the agent dies over the request, or answers rubbish', async () => {
      await server.close();
      for (const answer of ['', '{"exitStatus":0', '{"exitStatus":0}', 'rubbish\n', '{"exitStatus":7}\n', '3\n']) {
        const dying = createServer((socket) => socket.on('data', () => socket.end(answer)));
        await new Promise<void>((resolve) => dying.listen(path, resolve));
        refusedWith(await call(), 11, /went away during ADD/);
        await new Promise((resolve) => dying.close(resolve));
      }
    });

    it('says what is wrong with a configuration that is not one', async () => {
      for (const stdin of ['', '{', '[]', '"x"', 'null']) {
        refusedWith(
          await callPlugin(plugin, environment(), stdin),
          cniCodes.notDecodable,
          /configuration on stdin is not/,
        );
      }
    });
  });

  describe("the agent's socket", () => {
    it('is open to its owner only, and so is its folder', async () => {
      assert.equal((await stat(path)).mode & 0o777, 0o600);
      assert.equal((await stat(join(path, '..'))).mode & 0o777, 0o700);
    });

    it('never takes the place of a living agent', async () => {
      const second = new CniServer({ path, sandboxes, log: silentLog });
      await assert.rejects(second.listen(), SocketInUseError);
      assert.equal((await call()).exitStatus, 0, 'the first one still answers');
    });

    it('refuses a request of more than 64 kB, or one that is not JSON, and goes on', async () => {
      const huge = await exchange(path, Buffer.alloc(64 * 1024 + 1, 0x20));
      assert.equal(JSON.parse(huge).output.code, cniCodes.invalidConfiguration);
      const wrong = await exchange(path, 'GET / HTTP/1.1\n');
      assert.equal(JSON.parse(wrong).output.code, cniCodes.notDecodable);
      const empty = await exchange(path, '{"command":"ADD"}\n');
      assert.equal(JSON.parse(empty).output.code, cniCodes.notDecodable);
      assert.equal((await call()).exitStatus, 0);
    });

    it('does not wait for ever for a request', async () => {
      await server.close();
      server = new CniServer({ path, sandboxes, log: silentLog, requestTimeoutMs: 20 });
      await server.listen();
      const reply = await exchange(path, '{"command":');
      assert.equal(JSON.parse(reply).output.code, cniCodes.ioFailure);
    });

    it('runs a bounded number of ADD at once, in order, and DEL and STATUS pass them', async () => {
      const releases: (() => void)[] = [];
      let wake = () => {};
      sandboxes.onAdd = () =>
        new Promise((resolve) => {
          releases.push(() => resolve(attachment));
          wake();
        });
      const started = async (count: number) => {
        while (releases.length < count) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      };
      const request = (command: string, containerId: string) =>
        exchange(
          path,
          `${JSON.stringify({
            command,
            containerId,
            netns: '/run/netns/x',
            ifname: 'eth0',
            args: 'K8S_POD_NAMESPACE=a;K8S_POD_NAME=b',
            config: { cniVersion: '1.1.0' },
          })}\n`,
        );
      const adds = ['a', 'b'].map((id) => request('ADD', id));
      await started(2);
      adds.push(request('ADD', 'c'));
      assert.deepEqual(JSON.parse(await request('DEL', 'd')), { exitStatus: 0 });
      assert.deepEqual(JSON.parse(await request('STATUS', '')), { exitStatus: 0 });
      const asked = () => sandboxes.asked.map((each) => (each as { containerId?: string }).containerId);
      assert.deepEqual(new Set(asked()), new Set(['a', 'b', 'd', undefined]), 'the third ADD waits');
      releases[0]?.();
      await started(3);
      assert.equal(asked().at(-1), 'c');
      releases[1]?.();
      releases[2]?.();
      for (const reply of await Promise.all(adds)) assert.equal(JSON.parse(reply).exitStatus, 0);
    });

    it('closes only after what runs has undone itself, and tells it to', async () => {
      const undone: string[] = [];
      const running = new Promise<void>((resolve) => {
        sandboxes.onAdd = (_request, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () =>
              setImmediate(() => {
                undone.push('ADD');
                reject(signal.reason);
              }),
            );
            resolve();
          });
      });
      const outcome = call();
      await running;
      await server.close();
      assert.deepEqual(undone, ['ADD']);
      refusedWith(await outcome, 11, /agent on this node is stopping/);
    });
  });
});
