/**
 * The meaning of ADD, DEL, CHECK and GC, with real links in real network namespaces. The line on Open vSwitch is a table
 * in memory here, with OVN's answer in the hand of the test; the end-to-end tests have the real ones.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddRequest, AttachmentKey, CheckRequest, PodRef } from '../../../operator/agent/cni-request.ts';
import { runCommand } from '../../../operator/agent/command.ts';
import { hostInterfaceName } from '../../../operator/agent/host-interface-name.ts';
import { hostInterfaces, releaseOrphans } from '../../../operator/agent/orphans.ts';
import type { Assigned, Assignment } from '../../../operator/agent/pod-assignment.ts';
import { createPodLink, observePodLink, removeHostInterface } from '../../../operator/agent/pod-link.ts';
import { type Assignments, PodSandboxes, type Ports, type Sandbox } from '../../../operator/agent/sandboxes.ts';
import { type CniError, cniCodes } from '../../../operator/cni/spec.ts';
import { silentLog } from '../../../src/log.ts';
import { makeNetns, type TestNetns } from './netns.ts';

const id = ({ containerId, ifname }: AttachmentKey): string => `${containerId}/${ifname}`;
const never = new AbortController().signal;

/** Open vSwitch in memory: OVN installs a port's flows when the test says so, or at once. */
class PortTable extends EventTarget implements Ports {
  readonly table = new Map<string, Sandbox>();
  readonly history: string[] = [];
  installsAtOnce = true;

  list(): readonly Sandbox[] {
    return [...this.table.values()];
  }
  get(key: AttachmentKey): Sandbox | undefined {
    return this.table.get(id(key));
  }
  async put(sandbox: Sandbox): Promise<void> {
    this.table.set(id(sandbox), sandbox);
    this.history.push(`put ${sandbox.containerId}`);
    this.dispatchEvent(new Event('put'));
  }
  async remove(key: AttachmentKey): Promise<void> {
    if (this.table.delete(id(key))) this.history.push(`remove ${key.containerId}`);
  }
  async installed(key: AttachmentKey, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.installsAtOnce) return;
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      this.addEventListener(`installed ${id(key)}`, () => resolve());
    });
  }
  install(key: AttachmentKey): void {
    this.dispatchEvent(new Event(`installed ${id(key)}`));
  }
}

/** What the controller says, in the hand of the test. */
class ScriptedAssignments implements Assignments {
  current: Assignment = { state: 'waiting', found: false, text: 'no IP object yet' };
  unservedText: string | undefined;
  readonly listeners = new Set<() => void>();

  of(): Assignment {
    return this.current;
  }
  unserved(): string | undefined {
    return this.unservedText;
  }
  subscribe(_pod: PodRef, _ifname: string, listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  become(assignment: Assignment): void {
    this.current = assignment;
    for (const listener of [...this.listeners]) listener();
  }
}

describe('the sandboxes of a node', () => {
  let netns: TestNetns;
  let ports: PortTable;
  let assignments: ScriptedAssignments;
  let sandboxes: PodSandboxes;
  let made: string[];

  const assigned: Assigned = {
    state: 'assigned',
    ip: 'team-a/web-0-x',
    port: 'team-a.web-0-x',
    uid: 'uid-1',
    mac: '0a:58:0a:01:00:05',
    mtu: 1400,
    addresses: [{ cidr: '10.1.0.5/24', gateway: '10.1.0.1' }],
  };

  const setUp = (more: { readonly addTimeoutMs?: number; readonly unready?: () => string | undefined } = {}) =>
    new PodSandboxes({
      node: 'n1',
      ports,
      assignments,
      datapath: 'System',
      unready: () => undefined,
      log: silentLog,
      addTimeoutMs: 20_000,
      unservedAfterMs: 1,
      ...more,
    });

  beforeEach(() => {
    netns = makeNetns();
    ports = new PortTable();
    assignments = new ScriptedAssignments();
    assignments.current = assigned;
    sandboxes = setUp();
    made = [];
  });

  afterEach(async () => {
    for (const containerId of made) await removeHostInterface(hostInterfaceName({ containerId, ifname: 'eth0' }));
    netns.remove();
  });

  const add = (name = 'first', where = netns): AddRequest => {
    const containerId = `${netns.name}-${name}`;
    made.push(containerId);
    const pod = { namespace: 'team-a', name: 'web-0', uid: 'uid-1' };
    return { command: 'ADD', cniVersion: '1.1.0', containerId, ifname: 'eth0', netns: where.path, pod };
  };
  const hasLink = async (request: AddRequest): Promise<boolean> => {
    const links = JSON.parse(await runCommand('ip', ['-j', 'link', 'show'])) as { ifname: string }[];
    return links.some(({ ifname }) => ifname === hostInterfaceName(request));
  };
  const nothingLeftOf = async (request: AddRequest) => {
    assert.equal(ports.get(request), undefined);
    assert.equal(await hasLink(request), false);
    assert.equal(assignments.listeners.size, 0, 'nobody listens any more');
  };
  const failsWith = async (promise: Promise<unknown>, code: number, text: RegExp) => {
    await assert.rejects(promise, (error: CniError) => {
      assert.deepEqual([error.name, error.code], ['CniError', code], error.message);
      assert.match(error.message, text);
      return true;
    });
  };

  describe('ADD', () => {
    it('wires the pod, waits for OVN, and answers what it made', async () => {
      ports.installsAtOnce = false;
      const request = add();
      let answered = false;
      const answer = sandboxes.add(request, never).then((attachment) => {
        answered = true;
        return attachment;
      });
      await once(ports as unknown as EventTarget, 'put');
      assert.equal((await observePodLink(netns.path, 'eth0'))?.mac, assigned.mac, 'the link is there before the port');
      assert.equal(answered, false);
      ports.install(request);
      assert.deepEqual(await answer, {
        ifname: 'eth0',
        mac: assigned.mac,
        mtu: 1400,
        netns: netns.path,
        hostInterface: hostInterfaceName(request),
        addresses: assigned.addresses,
      });
      assert.deepEqual(ports.get(request)?.pod, { namespace: 'team-a', name: 'web-0', uid: 'uid-1' });
      assert.equal(assignments.listeners.size, 0, 'nobody listens any more');
    });

    it('waits for the controller to give the pod its addresses', async () => {
      assignments.current = { state: 'waiting', found: false, text: 'no IP object yet' };
      const answer = sandboxes.add(add(), never);
      assignments.become({ state: 'waiting', found: true, text: 'IP team-a/fixed is not bound to this pod yet' });
      assignments.become(assigned);
      assert.equal((await answer).mac, assigned.mac);
    });

    it('fails at once with the text of the condition when the address is refused, before or while it waits', async () => {
      const refused: Assignment = { state: 'refused', text: 'IP team-a/fixed: AddressTaken: held by team-b/cache' };
      assignments.current = refused;
      const first = add('a');
      await failsWith(sandboxes.add(first, never), cniCodes.refused, /^IP team-a\/fixed: AddressTaken: held by/);
      assignments.current = { state: 'waiting', found: true, text: 'not yet' };
      const second = add('b');
      const answer = sandboxes.add(second, never);
      assignments.become(refused);
      await failsWith(answer, cniCodes.refused, /AddressTaken/);
      await nothingLeftOf(first);
      await nothingLeftOf(second);
    });

    it('fails soon when no Subnet serves the pod, and not for a pod that has an IP', async () => {
      assignments.unservedText =
        'no Subnet serves pod team-a/web-0: make a Subnet whose namespaceSelector matches namespace team-a';
      assignments.current = { state: 'waiting', found: false, text: 'no IP object yet' };
      await failsWith(sandboxes.add(add(), never), cniCodes.refused, /^no Subnet serves pod/);
      assignments.current = { state: 'waiting', found: true, text: 'IP team-a/fixed has no address yet' };
      sandboxes = setUp({ addTimeoutMs: 50 });
      await failsWith(sandboxes.add(add(), never), cniCodes.tryAgainLater, /IP team-a\/fixed has no address yet/);
    });

    it('gives up at its deadline with the sentence of what it waited for, and undoes all', async () => {
      sandboxes = setUp({ addTimeoutMs: 2_000 }); // long enough to make a link on a busy machine
      ports.installsAtOnce = false;
      const request = add();
      await failsWith(
        sandboxes.add(request, never),
        cniCodes.tryAgainLater,
        /^pod team-a\/web-0 has no network after 2 s: port team-a.web-0-x is in Open vSwitch, but OVN has not installed its flows: does ovn-controller run on node n1/,
      );
      await nothingLeftOf(request);
      assert.deepEqual(ports.history, [`put ${request.containerId}`, `remove ${request.containerId}`]);
    });

    it('undoes all when the runtime gives up', async () => {
      ports.installsAtOnce = false;
      const request = add();
      const runtime = new AbortController();
      const answer = sandboxes.add(request, runtime.signal);
      await once(ports as unknown as EventTarget, 'put');
      runtime.abort(new Error('gave up'));
      await assert.rejects(answer, /gave up/);
      await nothingLeftOf(request);
    });

    it('says that a namespace is not there', async () => {
      const request = { ...add(), netns: '/run/netns/there-is-none' };
      await failsWith(
        sandboxes.add(request, never),
        cniCodes.unknownContainer,
        /there-is-none is not a network namespace/,
      );
      await nothingLeftOf(request);
    });

    it('does not begin while the agent can not serve, and says why', async () => {
      sandboxes = setUp({ unready: () => 'Open vSwitch is down on node n1' });
      const request = add();
      await failsWith(sandboxes.add(request, never), cniCodes.tryAgainLater, /Open vSwitch is down/);
      await failsWith(sandboxes.status(), cniCodes.notAvailable, /Open vSwitch is down/);
      await nothingLeftOf(request);
    });

    it('starts over when the pod is given another address while it is wired', async () => {
      ports.installsAtOnce = false;
      const request = add();
      const answer = sandboxes.add(request, never);
      await once(ports as unknown as EventTarget, 'put');
      const second = once(ports as unknown as EventTarget, 'put');
      const other = { ...assigned, port: 'team-a.web-0-y', mac: '0a:58:0a:01:00:06' };
      assignments.become({ ...other, addresses: [{ cidr: '10.1.0.6/24', gateway: '10.1.0.1' }] });
      await second;
      ports.install(request);
      assert.deepEqual((await answer).addresses, [{ cidr: '10.1.0.6/24', gateway: '10.1.0.1' }]);
      assert.deepEqual((await observePodLink(netns.path, 'eth0'))?.cidrs, ['10.1.0.6/24']);
      const { containerId } = request;
      assert.deepEqual(ports.history, [`put ${containerId}`, `remove ${containerId}`, `put ${containerId}`]);
    });

    it('goes on when the status of its IP is written meanwhile and changes nothing of the link', async () => {
      ports.installsAtOnce = false;
      const request = add();
      const answer = sandboxes.add(request, never);
      await once(ports as unknown as EventTarget, 'put');
      assignments.become({ ...assigned, mtu: 1380 });
      ports.install(request);
      assert.equal((await answer).mtu, 1400);
    });
  });

  describe('two sandboxes of one pod', () => {
    it('the newer takes the port over, and a late DEL of the older undoes nothing of it', async () => {
      const old = makeNetns();
      try {
        const older = add('older', old);
        await sandboxes.add(older, never);
        const newer = add('newer');
        await sandboxes.add(newer, never);
        assert.equal(ports.get(older), undefined, 'no two ports ever have one iface-id');
        assert.deepEqual(ports.history, [
          `put ${older.containerId}`,
          `remove ${older.containerId}`,
          `put ${newer.containerId}`,
        ]);
        assert.equal(await hasLink(older), false);
        await sandboxes.del({ ...older, command: 'DEL' });
        await sandboxes.del({ ...older, command: 'DEL' });
        assert.ok(ports.get(newer));
        assert.equal(await hasLink(newer), true);
      } finally {
        old.remove();
      }
    });

    it('the newer takes over also from one that is still being attached', async () => {
      const old = makeNetns();
      try {
        ports.installsAtOnce = false;
        const older = add('older', old);
        const first = sandboxes.add(older, never);
        await once(ports as unknown as EventTarget, 'put');
        const newer = add('newer');
        const second = sandboxes.add(newer, never);
        await failsWith(first, cniCodes.tryAgainLater, /a newer sandbox of this pod is being attached/);
        if (!ports.get(newer)) await once(ports as unknown as EventTarget, 'put');
        ports.install(newer);
        await second;
        await sandboxes.del({ ...older, command: 'DEL' });
        assert.equal(await hasLink(older), false);
        assert.ok(ports.get(newer));
      } finally {
        old.remove();
      }
    });
  });

  describe('DEL', () => {
    it('removes port and link, and succeeds again, and for what never was', async () => {
      const request = add();
      await sandboxes.add(request, never);
      await sandboxes.del({ ...request, command: 'DEL' });
      await nothingLeftOf(request);
      await sandboxes.del({ ...request, command: 'DEL' });
      await sandboxes.del({ ...add('unknown'), command: 'DEL' });
    });

    it('succeeds when the namespace went first', async () => {
      const gone = makeNetns();
      const request = add('gone', gone);
      await sandboxes.add(request, never);
      gone.remove();
      await sandboxes.del({ ...request, command: 'DEL' });
      await nothingLeftOf(request);
    });

    it('ends an ADD of the same sandbox that is still running, and leaves nothing of it', async () => {
      ports.installsAtOnce = false;
      const request = add();
      const answer = sandboxes.add(request, never);
      const failed = failsWith(answer, cniCodes.tryAgainLater, /being deleted/);
      await once(ports as unknown as EventTarget, 'put');
      await sandboxes.del({ ...request, command: 'DEL' });
      await failed;
      await nothingLeftOf(request);
    });
  });

  describe('CHECK', () => {
    const check = (request: AddRequest): CheckRequest => ({ ...request, command: 'CHECK' });

    it('finds nothing wrong with what ADD made', async () => {
      const request = add();
      await sandboxes.add(request, never);
      await sandboxes.check(check(request));
    });

    it('says what is wrong with what somebody changed', async () => {
      const request = add();
      await sandboxes.add(request, never);
      const damages: readonly [readonly string[], RegExp][] = [
        [
          ['link', 'set', 'eth0', 'address', '02:00:00:00:00:01'],
          /its MAC is 02:00:00:00:00:01, not 0a:58:0a:01:00:05/,
        ],
        [['route', 'delete', 'default'], /the default route via 10.1.0.1 is gone/],
        [['address', 'delete', '10.1.0.5/24', 'dev', 'eth0'], /address 10.1.0.5\/24 is gone/],
        [['link', 'set', 'eth0', 'down'], /it is down/],
        [['link', 'delete', 'eth0'], /eth0 of pod team-a\/web-0 is damaged: it is gone/],
      ];
      for (const [command, text] of damages) {
        netns.exec('ip', ...command);
        await failsWith(sandboxes.check(check(request)), cniCodes.damaged, text);
      }
    });

    it('does not know a sandbox that has no port', async () => {
      await failsWith(
        sandboxes.check(check(add())),
        cniCodes.unknownContainer,
        /has no port in Open vSwitch on node n1/,
      );
    });

    it('says that a namespace is gone', async () => {
      const gone = makeNetns();
      const request = add('gone', gone);
      await sandboxes.add(request, never);
      gone.remove();
      await failsWith(sandboxes.check(check(request)), cniCodes.unknownContainer, /is not a network namespace/);
    });
  });

  describe('GC', () => {
    it('releases what is not in the list, and never what is being attached', async () => {
      const [old, other] = [makeNetns(), makeNetns()];
      try {
        const [kept, dropped, running] = [add('kept', old), add('dropped', other), add('running')];
        await sandboxes.add(kept, never);
        assignments.current = { ...assigned, port: 'team-a.b' };
        await sandboxes.add(dropped, never);
        assignments.current = { ...assigned, port: 'team-a.c' };
        ports.installsAtOnce = false;
        const answer = sandboxes.add(running, never);
        await once(ports as unknown as EventTarget, 'put');
        await sandboxes.gc({
          command: 'GC',
          cniVersion: '1.1.0',
          valid: [{ containerId: kept.containerId, ifname: 'eth0' }],
        });
        ports.install(running);
        await answer;
        assert.deepEqual(
          new Set(ports.list().map(({ containerId }) => containerId)),
          new Set([kept.containerId, running.containerId]),
        );
        assert.deepEqual([await hasLink(kept), await hasLink(dropped), await hasLink(running)], [true, false, true]);
      } finally {
        old.remove();
        other.remove();
      }
    });
  });

  describe('after a crash of the agent', () => {
    it('ports whose pod is gone and links without a port are released, and what lives stays', async () => {
      const [dead, half] = [makeNetns(), makeNetns()];
      try {
        const [alive, gone] = [add('alive'), add('gone', dead)];
        await sandboxes.add(alive, never);
        assignments.current = { ...assigned, port: 'team-a.b' };
        await sandboxes.add(gone, never);
        const halfway = add('half', half); // killed between the link and the port
        const link = { ...ports.list()[0]!, netns: half.path, hostInterface: hostInterfaceName(halfway) };
        await createPodLink(link, 'System');
        dead.remove();
        // Only this test's links: another run of these tests may be at work on this machine.
        const all = await hostInterfaces();
        const mine = new Set([alive, gone, halfway].map(hostInterfaceName).filter((name) => all.has(name)));
        assert.ok(mine.has(hostInterfaceName(alive)) && mine.has(hostInterfaceName(halfway)));
        const released = await releaseOrphans(ports, mine, silentLog);
        assert.ok(released.includes(hostInterfaceName(gone)) && released.includes(hostInterfaceName(halfway)));
        assert.deepEqual(
          ports.list().map(({ containerId }) => containerId),
          [alive.containerId],
        );
        assert.deepEqual([await hasLink(alive), await hasLink(gone), await hasLink(halfway)], [true, false, false]);
      } finally {
        half.remove();
      }
    });
  });
});
