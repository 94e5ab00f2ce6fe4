// The sandbox runner against a real API server and a stub CNI plugin that writes down how it was called.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bed } from './bed.ts';
import type { KubeObject } from './kube-api.ts';
import { listNetns } from './manifest.ts';
import type { SandboxRunner } from './sandbox-runner.ts';
import { eventually, ping } from './traffic.ts';

interface Call {
  readonly command: string;
  readonly containerId: string;
  readonly netns: string;
  readonly ifName: string;
  readonly args: string;
  /** Inode of the network namespace that the plugin ran in. */
  readonly home: string;
  readonly configuration: {
    readonly name: string;
    readonly cniVersion: string;
    readonly type: string;
    readonly prevResult?: unknown;
  };
}

// Gives every pod 10.9.8.7 on its loopback. A file "refuse" next to the plugin holds the text with which ADD fails.
const stub = `#!/usr/bin/env node
const fs = require('node:fs');
const { execFileSync } = require('node:child_process');
const e = process.env;
const configuration = JSON.parse(fs.readFileSync(0, 'utf8'));
const call = { command: e.CNI_COMMAND, containerId: e.CNI_CONTAINERID, netns: e.CNI_NETNS, ifName: e.CNI_IFNAME, args: e.CNI_ARGS };
fs.appendFileSync(__dirname + '/calls', JSON.stringify({ ...call, home: fs.readlinkSync('/proc/self/ns/net'), configuration }) + '\\n');
if (e.CNI_COMMAND === 'ADD') {
  if (fs.existsSync(__dirname + '/refuse')) {
    console.log(JSON.stringify({ cniVersion: '1.1.0', code: 11, msg: fs.readFileSync(__dirname + '/refuse', 'utf8') }));
    process.exit(1);
  }
  for (const args of [['link', 'set', 'lo', 'up'], ['address', 'add', '10.9.8.7/32', 'dev', 'lo']]) {
    execFileSync('nsenter', ['--net=' + e.CNI_NETNS, 'ip', ...args]);
  }
  console.log(JSON.stringify({ cniVersion: '1.1.0', ips: [{ address: '10.9.8.7/32' }] }));
}
`;

describe('sandbox runner', function () {
  this.timeout(60_000);
  let bed: Bed;
  let runner: SandboxRunner;
  let bin: string;
  let holdDelete: Promise<void> = Promise.resolve();

  const calls = (): readonly Call[] => {
    const file = join(bin, 'calls');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    return lines.map((line) => JSON.parse(line) as Call);
  };
  const create = (name: string): Promise<KubeObject> => {
    const containers = [{ name: 'main', image: 'none' }];
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'default' },
      spec: { nodeName: 'n1', containers },
    };
    return bed.kube.api.call('POST', '/api/v1/namespaces/default/pods', pod);
  };
  const read = (name: string): Promise<KubeObject | undefined> =>
    bed.kube.api.callIfThere('GET', `/api/v1/namespaces/default/pods/${name}`);
  const remove = (name: string, query = ''): Promise<KubeObject | undefined> =>
    bed.kube.api.callIfThere('DELETE', `/api/v1/namespaces/default/pods/${name}${query}`);
  const running = (name: string): Promise<KubeObject> =>
    eventually(`pod ${name} runs`, 10, async () => {
      const pod = await read(name);
      return pod?.status?.phase === 'Running' && pod;
    });
  const gone = (name: string): Promise<true> =>
    eventually(`pod ${name} is gone`, 10, async () => (await read(name)) === undefined);
  const podNamespaces = async (): Promise<readonly string[]> =>
    (await listNetns()).filter((name) => name.startsWith(`${bed.prefix}-p`));

  before(async () => {
    bed = await Bed.up({ nodes: 1, kubernetes: true });
    bin = join(bed.directory, 'stub');
    await mkdir(bin);
    await writeFile(join(bin, 'stub'), stub, { mode: 0o755 });
    runner = await bed.startRunner('n1', {
      binDirectory: bin,
      deleteTwice: true,
      beforeDelete: () => holdDelete,
    });
  });
  after(() => bed.down());

  it('lets pods wait until the node has a network, and the node is Ready from then on', async () => {
    await create('first');
    const node = await bed.kube.api.call('GET', '/api/v1/nodes/n1');
    assert.equal(readyOf(node), 'False');
    assert.deepEqual(calls(), []);
    const file = join(bed.node('n1').confDirectory, '10-stub.conflist');
    const list = { cniVersion: '1.1.0', name: 'stub-network', plugins: [{ type: 'stub' }] };
    await writeFile(`${file}.new`, JSON.stringify(list));
    await rename(`${file}.new`, file);
    const pod = await running('first');
    assert.deepEqual(pod.status?.podIPs, [{ ip: '10.9.8.7' }]);
    assert.equal(pod.status?.hostIP, '172.30.0.11');
    await eventually(
      'the node is Ready',
      10,
      async () => readyOf(await bed.kube.api.call('GET', '/api/v1/nodes/n1')) === 'True',
    );
    await bed.kubectl('wait', '--for=condition=Ready', '--timeout=10s', 'pod/first');
  });

  it('calls ADD in the node namespace, by the specification', async () => {
    const [add] = calls();
    const pod = await read('first');
    const sandbox = runner.sandbox('default', 'first');
    assert.equal(add?.command, 'ADD');
    assert.equal(add.ifName, 'eth0');
    assert.equal(add.containerId, sandbox.containerId);
    assert.equal(add.netns, `/run/netns/${sandbox.netns}`);
    assert.deepEqual(Object.fromEntries(add.args.split(';').map((pair) => pair.split('='))), {
      ...{ IgnoreUnknown: '1', K8S_POD_NAMESPACE: 'default', K8S_POD_NAME: 'first' },
      ...{ K8S_POD_INFRA_CONTAINER_ID: sandbox.containerId, K8S_POD_UID: pod?.metadata.uid },
    });
    assert.deepEqual(add.configuration, { type: 'stub', cniVersion: '1.1.0', name: 'stub-network' });
    const { stdout } = await bed.node('n1').exec('readlink', ['/proc/self/ns/net']);
    assert.equal(add.home, stdout.trim());
    assert.equal(await ping(runner.in('default', 'first'), '10.9.8.7'), 1);
    assert.equal(await bed.kube.podNetns('default', 'first'), sandbox.netns);
  });

  it('hands the result of ADD to CHECK and DEL, and the living sandboxes to GC', async () => {
    await runner.check('default', 'first');
    assert.deepEqual(calls().at(-1)?.configuration.prevResult, runner.sandbox('default', 'first').result);
    await runner.collectGarbage();
    const { configuration } = calls().at(-1) as Call & { configuration: Record<string, unknown> };
    assert.deepEqual(configuration['cni.dev/valid-attachments'], [
      { containerID: runner.sandbox('default', 'first').containerId, ifname: 'eth0' },
    ]);
  });

  it('takes a deleted pod down: DEL, namespace, object, and a second DEL without a namespace', async () => {
    const sandbox = runner.sandbox('default', 'first');
    await remove('first');
    await gone('first');
    const deletions = calls().filter(
      ({ command, containerId }) => command === 'DEL' && containerId === sandbox.containerId,
    );
    assert.deepEqual(
      deletions.map(({ netns }) => netns),
      [`/run/netns/${sandbox.netns}`, ''],
    );
    assert.deepEqual(await podNamespaces(), []);
    assert.deepEqual(runner.sandboxes, []);
  });

  it('records why a sandbox failed, cleans up, and tries again with a new sandbox', async () => {
    writeFileSync(join(bin, 'refuse'), 'no address is left in Subnet small');
    await create('second');
    const event = await eventually('an event tells of it', 10, async () => {
      const { items } = await bed.kube.api.call<{
        items: { message: string; reason: string; type: string; involvedObject: { name: string } }[];
      }>('GET', '/api/v1/namespaces/default/events');
      return items.find(({ involvedObject }) => involvedObject.name === 'second');
    });
    assert.equal(event.type, 'Warning');
    assert.equal(event.reason, 'FailedCreatePodSandBox');
    assert.match(event.message, /plugin type="stub" failed \(add\): no address is left in Subnet small/);
    assert.match(await bed.kubectl('describe', 'pod', 'second'), /no address is left in Subnet small/);
    rmSync(join(bin, 'refuse'));
    await running('second');
    const ids = new Set(runner.history.filter(({ pod }) => pod === 'second').map(({ containerId }) => containerId));
    assert.ok(ids.size >= 2, 'each attempt has a container id of its own');
    assert.equal((await podNamespaces()).length, 1, 'only the last attempt has a namespace');
  });

  it('runs a new pod of the same name while the DEL of the old one is held back', async () => {
    const old = runner.sandbox('default', 'second');
    let release: () => void = () => {};
    holdDelete = new Promise((resolve) => {
      release = resolve;
    });
    await remove('second', '?gracePeriodSeconds=0');
    await eventually('the old pod is gone', 10, async () => (await read('second')) === undefined);
    await create('second');
    await running('second');
    const { uid } = (await read('second'))!.metadata;
    const fresh = runner.sandboxes.find(({ podUid }) => podUid === uid);
    assert.notEqual(fresh?.containerId, old.containerId);
    assert.equal((await podNamespaces()).length, 2);
    holdDelete = Promise.resolve();
    release();
    await eventually('the old sandbox is gone', 10, async () => !(await podNamespaces()).includes(old.netns));
    assert.equal((await read('second'))?.metadata.uid, uid, 'the new pod was left alone');
    await remove('second');
    await gone('second');
  });

  it('ends the sandbox of a pod that completed, and keeps its object', async () => {
    await create('job');
    await running('job');
    await bed.kube.api.call('PATCH', '/api/v1/namespaces/default/pods/job/status', { status: { phase: 'Succeeded' } });
    await eventually('its namespace is gone', 10, async () => (await podNamespaces()).length === 0);
    assert.equal((await read('job'))?.status?.phase, 'Succeeded');
    await remove('job');
    await gone('job');
  });

  it('catches up with pods that were made and deleted while the API server was away', async () => {
    await create('before');
    await running('before');
    await bed.kube.server.killServer();
    await bed.kube.server.startServer();
    await create('after');
    await remove('before');
    await running('after');
    await gone('before');
    await remove('after');
    await gone('after');
    assert.deepEqual(await podNamespaces(), []);
  });

  it('runs a burst of pods and takes them all down', async () => {
    const names = Array.from({ length: 15 }, (_, index) => `burst-${index}`);
    await Promise.all(names.map(create));
    await bed.kubectl('wait', '--for=condition=Ready', '--timeout=50s', ...names.map((name) => `pod/${name}`));
    assert.equal(new Set(runner.sandboxes.map(({ containerId }) => containerId)).size, names.length);
    assert.equal((await podNamespaces()).length, names.length);
    await Promise.all(names.map((name) => remove(name)));
    await eventually('all are gone', 50, async () => runner.sandboxes.length === 0);
    assert.deepEqual(await podNamespaces(), []);
  });

  it('runs pods in a process of its own as well', async () => {
    await runner.stop();
    const daemon = await bed.startRunnerProcess('n1');
    // That process takes the plugin folder of the node, where the stub is now installed.
    await writeFile(join(bed.node('n1').directory, 'cni-bin', 'stub'), stub, { mode: 0o755 });
    await create('elsewhere');
    await running('elsewhere');
    assert.match((await bed.kube.podNetns('default', 'elsewhere')) ?? '', new RegExp(`^${bed.prefix}-p`));
    await remove('elsewhere');
    await gone('elsewhere');
    assert.ok(daemon.running);
  });
});

function readyOf(node: KubeObject): string | undefined {
  const conditions = (node.status?.conditions ?? []) as readonly { readonly type: string; readonly status: string }[];
  return conditions.find(({ type }) => type === 'Ready')?.status;
}
