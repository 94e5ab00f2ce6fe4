/**
 * What CNI's commands mean: pods' interfaces are wired, checked and released here. Addresses come from the controller by
 * way of IP objects, ports go to Open vSwitch by way of the agent's line; both are waited for by events. Nothing is
 * remembered but what runs right now: a restarted agent finds its sandboxes in the database.
 *
 *   ADD   assignment known ─▶ older sandbox of the port released ─▶ veth ─▶ port in Open vSwitch ─▶ OVN's flows in place
 *   DEL   port removed ─▶ veth removed, both by the sandbox's id alone
 */
import type { Log } from '../../src/log.ts';
import { type Attachment, CniError, cniCodes } from '../cni/spec.ts';
import type { AddRequest, AttachmentKey, CheckRequest, DelRequest, GcRequest, PodRef } from './cni-request.ts';
import type { Sandboxes } from './cni-server.ts';
import { CommandError } from './command.ts';
import { hostInterfaceName } from './host-interface-name.ts';
import type { Assigned, Assignment } from './pod-assignment.ts';
import {
  createPodLink,
  type Datapath,
  NetnsError,
  observePodLink,
  type PodLink,
  removeHostInterface,
} from './pod-link.ts';

/** One attached interface: all that is known of it, also after a restart. */
export type Sandbox = AttachmentKey &
  PodLink & {
    readonly pod: { readonly namespace: string; readonly name: string; readonly uid: string };
    /** OVN's logical switch port = iface-id. */
    readonly port: string;
  };

/** The agent's line on Open vSwitch, as far as sandboxes need it. */
export interface Ports {
  /** All sandboxes that are wanted, the recalled ones included. */
  list(): readonly Sandbox[];
  get(key: AttachmentKey): Sandbox | undefined;
  /** Wants a sandbox's port; resolves when the database has it. */
  put(sandbox: Sandbox, signal: AbortSignal): Promise<void>;
  /** Wants it no more; resolves when the database does not have it, also if it never did. */
  remove(key: AttachmentKey): Promise<void>;
  /** Resolves when OVN has installed the port's flows on this node (Interface.external_ids:ovn-installed). */
  installed(key: AttachmentKey, signal: AbortSignal): Promise<void>;
}

/** What the agent has seen of IP objects. */
export interface Assignments {
  of(pod: PodRef, ifname: string): Assignment;
  /** Why no Subnet serves a pod, if that is so and known for sure. */
  unserved(pod: PodRef): string | undefined;
  /** Calls back after each change that may concern a pod; returns how to stop that. */
  subscribe(pod: PodRef, ifname: string, listener: () => void): () => void;
}

/** How {@link PodSandboxes} is set up. */
export type PodSandboxesOptions = {
  readonly node: string;
  readonly ports: Ports;
  readonly assignments: Assignments;
  readonly datapath: Datapath;
  /** Called with a sandbox whose port is in place, before its pod runs. */
  readonly prepare?: (sandbox: Sandbox) => Promise<void>;
  /** Why the agent can't serve now, as a sentence; undefined if it can. */
  readonly unready: () => string | undefined;
  readonly log: Log;
  /** Told how long each part of an ADD that succeeded took. */
  readonly observeAdd?: (times: AddTimes) => void;
  /** How long an ADD may take, in milliseconds. */
  readonly addTimeoutMs?: number;
  /** How long a pod without any IP object is given the benefit of the doubt before `unserved` is asked, in milliseconds. */
  readonly unservedAfterMs?: number;
};

/** Seconds that the parts of an ADD took, in their order: what it waited for, and what it did. */
export type AddTimes = {
  /** Until the controller's IP object was there. */
  readonly address: number;
  /** For the kernel: an older sandbox released, the pair of interfaces made. */
  readonly link: number;
  /** Until the port was in the node's Open vSwitch database. */
  readonly port: number;
  /** Until OVN had installed the port's flows on this node. */
  readonly flows: number;
};

/** An ADD that runs. */
type Running = {
  readonly order: number;
  readonly abort: AbortController;
  /** Resolves when it has ended, well or badly, and has undone what it must. */
  ended: Promise<unknown>;
  /** The port that it wires, once known. */
  port: string | undefined;
  /** What it waits for, as a sentence. */
  waitingFor: string;
};

/** The sandboxes of one node. */
export class PodSandboxes implements Sandboxes {
  readonly #options: PodSandboxesOptions;
  readonly #adding = new Map<string, Running>();
  #adds = 0;

  constructor(options: PodSandboxesOptions) {
    this.#options = options;
  }

  async status(): Promise<void> {
    const reason = this.#options.unready();
    if (reason !== undefined) throw new CniError(cniCodes.notAvailable, reason);
  }

  async add(request: AddRequest, signal: AbortSignal): Promise<Attachment> {
    const id = idOf(request);
    const earlier = this.#adding.get(id);
    if (earlier) throw new CniError(cniCodes.tryAgainLater, `ADD of sandbox ${request.containerId} is running already`);
    const reason = this.#options.unready();
    if (reason !== undefined) throw new CniError(cniCodes.tryAgainLater, reason);

    this.#adds += 1;
    const running: Running = {
      order: this.#adds,
      abort: new AbortController(),
      ended: Promise.resolve(),
      port: undefined,
      waitingFor: 'the agent',
    };
    const timeoutMs = this.#options.addTimeoutMs ?? 60_000;
    const deadline = setTimeout(() => {
      const text = `pod ${request.pod.namespace}/${request.pod.name} has no network after ${timeoutMs / 1000} s: ${running.waitingFor}`;
      running.abort.abort(new CniError(cniCodes.tryAgainLater, text));
    }, timeoutMs);
    const all = AbortSignal.any([signal, running.abort.signal]);
    this.#adding.set(id, running);
    const work = this.#attach(request, running, all).catch(async (error: unknown) => {
      await this.#undo(request);
      throw tellable(error);
    });
    running.ended = work.catch(() => undefined);
    try {
      return await work;
    } finally {
      clearTimeout(deadline);
      this.#adding.delete(id);
    }
  }

  async del(request: DelRequest): Promise<void> {
    const running = this.#adding.get(idOf(request));
    running?.abort.abort(new CniError(cniCodes.tryAgainLater, 'the sandbox is being deleted'));
    await running?.ended;
    try {
      await this.#release(request);
    } catch (error) {
      throw tellable(error);
    }
  }

  async check(request: CheckRequest): Promise<void> {
    const sandbox = this.#options.ports.get(request);
    if (!sandbox) {
      throw new CniError(
        cniCodes.unknownContainer,
        `sandbox ${request.containerId} has no port in Open vSwitch on node ${this.#options.node}`,
      );
    }
    let damage: string[];
    try {
      damage = differences(sandbox, await observePodLink(request.netns, request.ifname));
    } catch (error) {
      throw tellable(error);
    }
    if (damage.length === 0) return;
    const pod = `${sandbox.pod.namespace}/${sandbox.pod.name}`;
    throw new CniError(
      cniCodes.damaged,
      `${request.ifname} of pod ${pod} is damaged: ${damage.join(', ')}; delete the pod to have it made anew`,
    );
  }

  async gc(request: GcRequest): Promise<void> {
    const valid = new Set(request.valid.map(idOf));
    const stale = this.#options.ports
      .list()
      .filter((sandbox) => !valid.has(idOf(sandbox)) && !this.#adding.has(idOf(sandbox)));
    const outcomes = await Promise.allSettled(stale.map((sandbox) => this.#release(sandbox)));
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    if (failed.length > 0)
      throw new CniError(cniCodes.tryAgainLater, `not all of the garbage could be released: ${failed.join('; ')}`);
  }

  async #attach(request: AddRequest, running: Running, signal: AbortSignal): Promise<Attachment> {
    const { ports, datapath } = this.#options;
    const time = stopwatch();
    for (;;) {
      const assigned = await this.#assigned(request, running, signal);
      const address = time();
      const sandbox = sandboxOf(request, assigned);
      running.port = assigned.port;
      await this.#takeOver(sandbox, running);
      signal.throwIfAborted();
      running.waitingFor = `waiting for the kernel to make ${sandbox.hostInterface}`;
      await createPodLink(sandbox, datapath, signal);
      const link = time();
      running.waitingFor = 'waiting for Open vSwitch to take the port: does ovsdb-server run on this node?';
      await ports.put(sandbox, signal);
      const port = time();
      running.waitingFor =
        `port ${sandbox.port} is in Open vSwitch, but OVN has not installed its flows: ` +
        `does ovn-controller run on node ${this.#options.node} and reach the southbound database?`;
      if (await this.#installed(request, sandbox, assigned, signal)) {
        await this.#options.prepare?.(sandbox);
        this.#options.observeAdd?.({ address, link, port, flows: time() });
        return attachmentOf(sandbox);
      }
      // The controller gave the pod another address meanwhile (two had claimed one): start over within the same deadline.
      await this.#release(request);
    }
  }

  /** Waits until the pod's addresses are known; rejects at once when they are refused. */
  async #assigned(request: AddRequest, running: Running, signal: AbortSignal): Promise<Assigned> {
    const { assignments, unservedAfterMs = 2_000 } = this.#options;
    return await new Promise((resolve, reject) => {
      let mayAsk = false;
      const finish = (act: () => void) => {
        clearTimeout(doubt);
        signal.removeEventListener('abort', onAbort);
        unsubscribe();
        act();
      };
      const refuse = (text: string) => finish(() => reject(new CniError(cniCodes.refused, text)));
      const look = () => {
        const assignment = assignments.of(request.pod, request.ifname);
        if (assignment.state === 'assigned') {
          finish(() => resolve(assignment));
        } else if (assignment.state === 'refused') {
          refuse(assignment.text);
        } else {
          running.waitingFor = assignment.text;
          const unserved = mayAsk && !assignment.found ? assignments.unserved(request.pod) : undefined;
          if (unserved !== undefined) refuse(unserved);
        }
      };
      const onAbort = () => finish(() => reject(signal.reason));
      const doubt = setTimeout(() => {
        mayAsk = true;
        look();
      }, unservedAfterMs);
      const unsubscribe = assignments.subscribe(request.pod, request.ifname, look);
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
      else look();
    });
  }

  /**
   * Waits for OVN's flows.
   * @returns false if the pod was assigned something else meanwhile
   */
  async #installed(request: AddRequest, sandbox: Sandbox, assigned: Assigned, signal: AbortSignal): Promise<boolean> {
    const { assignments, ports } = this.#options;
    const changed = new AbortController();
    const look = () => {
      const now = assignments.of(request.pod, request.ifname);
      if (now.state === 'refused') changed.abort(new CniError(cniCodes.refused, now.text));
      else if (now.state === 'assigned' && !sameLink(sandbox, sandboxOf(request, now))) changed.abort(reassigned);
      else if (now.state === 'waiting' && !now.found) changed.abort(reassigned);
    };
    const unsubscribe = assignments.subscribe(request.pod, request.ifname, look);
    try {
      look();
      await ports.installed(request, AbortSignal.any([signal, changed.signal]));
      return true;
    } catch (error) {
      if (error !== reassigned) throw error;
      this.#options.log.info('a pod was assigned another address while it was wired', {
        pod: request.pod,
        ip: assigned.ip,
      });
      return false;
    } finally {
      unsubscribe();
    }
  }

  /** One port has one sandbox: an older one (the pod was restarted, its DEL is late) gives way to the newer. */
  async #takeOver(sandbox: Sandbox, running: Running): Promise<void> {
    for (const [id, other] of this.#adding) {
      if (other === running || other.port !== sandbox.port) continue;
      if (other.order > running.order)
        throw new CniError(cniCodes.tryAgainLater, 'a newer sandbox of this pod is being attached');
      other.abort.abort(new CniError(cniCodes.tryAgainLater, 'a newer sandbox of this pod is being attached'));
      await other.ended;
      this.#options.log.info('a newer sandbox took a port over from one that was being attached', {
        port: sandbox.port,
        older: id,
      });
    }
    for (const other of this.#options.ports.list()) {
      if (other.port !== sandbox.port || idOf(other) === idOf(sandbox)) continue;
      this.#options.log.info('a newer sandbox took a port over', { port: sandbox.port, older: other.containerId });
      await this.#release(other);
    }
  }

  /** Removes what an attachment has on this node; resolves also if it has nothing. */
  async #release(key: AttachmentKey): Promise<void> {
    await this.#options.ports.remove(key);
    await removeHostInterface(hostInterfaceName(key));
  }

  async #undo(request: AddRequest): Promise<void> {
    try {
      await this.#release(request);
    } catch (error) {
      // The runtime sends a DEL for every ADD that failed, and that one reports its failures.
      this.#options.log.warn('an ADD that failed could not be undone', { containerId: request.containerId, error });
    }
  }
}

/** A function that answers the seconds since it was called last. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const before = last;
    last = performance.now();
    return (last - before) / 1000;
  };
}

/** Marks the one reason to start an ADD over. */
const reassigned = Symbol('reassigned');

function idOf({ containerId, ifname }: AttachmentKey): string {
  return `${containerId}/${ifname}`;
}

function sandboxOf(request: AddRequest, { port, uid, mac, mtu, addresses }: Assigned): Sandbox {
  const { containerId, ifname, netns, pod } = request;
  const hostInterface = hostInterfaceName(request);
  const { namespace, name } = pod;
  return { containerId, ifname, netns, hostInterface, mac, mtu, addresses, port, pod: { namespace, name, uid } };
}

function attachmentOf({ ifname, mac, mtu, netns, hostInterface, addresses }: Sandbox): Attachment {
  return { ifname, mac, mtu, netns, hostInterface, addresses };
}

/** Whether two assignments wire the same; the MTU may be learnt late and is no reason to start over. */
function sameLink(a: Sandbox, b: Sandbox): boolean {
  const essence = ({ port, pod, mac, addresses }: Sandbox) => JSON.stringify([port, pod.uid, mac, addresses]);
  return essence(a) === essence(b);
}

/** What of a pod's interface is not as it was made, in words. */
function differences(sandbox: Sandbox, seen: Awaited<ReturnType<typeof observePodLink>>): string[] {
  if (!seen) return ['it is gone'];
  const lost = sandbox.addresses
    .filter(({ cidr }) => !seen.cidrs.includes(cidr))
    .map(({ cidr }) => `address ${cidr} is gone`);
  const cut = sandbox.addresses
    .filter(({ gateway }) => !seen.gateways.includes(gateway))
    .map(({ gateway }) => `the default route via ${gateway} is gone`);
  return [
    ...(seen.up ? [] : ['it is down']),
    ...(seen.mac === sandbox.mac ? [] : [`its MAC is ${seen.mac}, not ${sandbox.mac}`]),
    ...lost,
    ...cut,
  ];
}

/** Turns the world's trouble into what the runtime is told; a bug stays what it is. */
function tellable(error: unknown): unknown {
  if (error instanceof NetnsError) return new CniError(cniCodes.unknownContainer, error.message);
  if (error instanceof CommandError) return new CniError(cniCodes.ioFailure, error.message);
  return error;
}
