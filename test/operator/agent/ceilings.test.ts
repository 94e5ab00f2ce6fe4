/** The filters of a pod's link in real network namespaces, of veths that only these tests have. */
import assert from 'node:assert/strict';
import { Ceilings } from '../../../operator/agent/ceilings.ts';
import { hostInterfaceName } from '../../../operator/agent/host-interface-name.ts';
import { createPodLink, removeHostInterface } from '../../../operator/agent/pod-link.ts';
import { silentLog } from '../../../src/log.ts';
import type { LinkRates } from '../../../src/vswitch/ceilings.ts';
import type { SandboxFacts } from '../../../src/vswitch/facts.ts';
import { run } from '../../support/command.ts';
import { eventually } from '../../support/traffic.ts';
import { makeNetns, type TestNetns } from './netns.ts';

describe('the ceilings of a link', function () {
  this.timeout(60_000);
  let netns: TestNetns;
  let sandbox: SandboxFacts;
  let rates: LinkRates | undefined;
  let problems: string[];
  let ceilings: Ceilings;

  const make = (): Ceilings =>
    new Ceilings({
      sandboxes: () => [sandbox],
      ratesOf: () => rates,
      onUnsupported: (problem) => problems.push(problem),
      log: silentLog,
    });
  const outside = async (): Promise<string> =>
    (await run('tc', ['qdisc', 'show', 'dev', sandbox.hostInterface])).stdout;
  const inside = (): string => netns.exec('tc', 'qdisc', 'show', 'dev', 'eth0');
  const become = (what: string, check: () => Promise<boolean>): Promise<unknown> => eventually(what, 10, check);

  beforeEach(async () => {
    netns = makeNetns();
    sandbox = {
      ...{
        containerId: netns.name,
        ifname: 'eth0',
        netns: netns.path,
        port: 't.p-x',
        mac: '0a:58:0a:01:00:05',
        mtu: 1400,
      },
      hostInterface: hostInterfaceName({ containerId: netns.name, ifname: 'eth0' }),
      pod: { namespace: 't', name: 'p', uid: 'u' },
      addresses: [{ cidr: '10.1.0.5/24', gateway: '10.1.0.1' }],
    };
    await createPodLink(sandbox, 'Userspace');
    rates = { Ingress: { rate: 20e6, burst: 1_250_000 }, Egress: { rate: 10e6, burst: 625_000 } };
    problems = [];
    ceilings = make();
  });

  afterEach(async () => {
    await ceilings.stop();
    await removeHostInterface(sandbox.hostInterface);
    netns.remove();
  });

  it('are there before the pod runs, follow changes and go', async () => {
    await ceilings.prepare(sandbox);
    assert.match(await outside(), /tbf 5b4e: .*rate 20Mbit/);
    assert.match(inside(), /tbf 5b4e: .*rate 10Mbit/);
    rates = { Egress: { rate: 30e6, burst: 625_000 } };
    ceilings.changed();
    await become('the new rate', async () => /rate 30Mbit/.test(inside()) && !/tbf/.test(await outside()));
    rates = undefined;
    ceilings.changed();
    rates = {};
    ceilings.changed();
    await become('no filter', async () => !/tbf/.test(inside()));
  });

  it('come back when somebody removes them, as ovs-vswitchd does when it starts', async () => {
    await ceilings.prepare(sandbox);
    await run('tc', ['qdisc', 'delete', 'dev', sandbox.hostInterface, 'root']);
    await become('the filter', async () => /tbf 5b4e:/.test(await outside()));
  });

  it('are taken over and removed by the next life of the agent, and those of others are left alone', async () => {
    await ceilings.prepare(sandbox);
    await ceilings.stop();
    await run(
      'tc',
      ['qdisc', 'replace', 'dev', sandbox.hostInterface, 'root', 'handle', '1:'].concat(
        'tbf',
        'rate',
        '5mbit',
        'burst',
        '20000',
        'limit',
        '90000',
      ),
    );
    rates = {};
    ceilings = make();
    ceilings.changed();
    await become('no filter in the pod', async () => !/tbf/.test(inside()));
    assert.match(await outside(), /tbf 1: .*rate 5Mbit/);
  });

  it('are left to the meters where the node can not, which is told once', async () => {
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      await ceilings.prepare(sandbox);
      await ceilings.prepare(sandbox);
    } finally {
      process.env.PATH = path;
    }
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /knows no token bucket filter/);
  });
});
