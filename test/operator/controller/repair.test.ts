// What somebody changes by hand, a database that is lost, an API server that is away, and a restart with nothing to do.
import assert from 'node:assert/strict';
import type { KubeObject } from '../../support/kube-api.ts';
import { ControllerBed, keyOf, object, ownedTables, portOf, servedSubnet } from './controller-bed.ts';

describe('the controller and what others do', function () {
  this.timeout(90_000);
  let bed: ControllerBed;
  let ips: readonly KubeObject[];

  before(async function () {
    this.timeout(180_000);
    bed = await ControllerBed.up();
    await bed.namespace('team');
    await bed.apply(
      object('Vpc', 'v', { staticRoutes: [{ name: 'r', destination: '192.0.2.0/24', nextHops: ['10.30.0.9'] }] }),
      servedSubnet('s', 'v', 'team', ['10.30.0.0/24', 'fd30:30::/64'], {
        dhcp: { mode: 'Enabled' },
        isolation: { mode: 'Private', allowFrom: [{ cidr: '10.31.0.0/24' }] },
      }),
    );
    await bed.ready('subnets', 's');
    const pods = await Promise.all([1, 2, 3].map((index) => bed.createPod(`p${index}`, { namespace: 'team' })));
    ips = await Promise.all(pods.map((pod) => bed.ipOf(pod)));
    await bed.bind('n1', ...ips.map(portOf));
    await Promise.all(ips.map((ip) => bed.ready('ips', keyOf(ip))));
    for (const plural of ['vpcs', 'subnets'] as const)
      for (const name of ['default', plural === 'vpcs' ? 'v' : 's']) await bed.ready(plural, name);
  });

  after(async function () {
    this.timeout(60_000);
    await bed?.down();
  });

  /** All rows of ours in columns that the controller writes; what ovn-northd fills in is left out. */
  function snapshot(): ReadonlyMap<string, unknown> {
    const theirs = new Set(['up', 'dynamic_addresses', 'tag', 'status', 'ipv6_prefix', 'hosting-chassis', '_version']);
    const plain = (value: unknown): unknown =>
      value instanceof Set ? [...value].sort() : value instanceof Map ? [...value].sort() : value;
    return new Map(
      ownedTables.flatMap((table) =>
        bed.ownRows(table).map(
          (row) =>
            [
              `${table} ${row._uuid}`,
              Object.fromEntries(
                Object.entries(row)
                  .filter(([column]) => !theirs.has(column))
                  .map(([column, value]) => [column, plain(value)]),
              ),
            ] as const,
        ),
      ),
    );
  }

  const same = (wanted: ReadonlyMap<string, unknown>): boolean => {
    const present = snapshot();
    return (
      present.size === wanted.size &&
      [...wanted].every(([key, row]) => JSON.stringify(present.get(key)) === JSON.stringify(row))
    );
  };

  const isHealed = (wanted: ReadonlyMap<string, unknown>, what: string): Promise<true> =>
    bed.until(`${what} is healed`, () => same(wanted) || undefined);

  describe('by hand:', () => {
    const changes: readonly (readonly [string, () => readonly string[]])[] = [
      ['a changed address of a port', () => ['lsp-set-addresses', portOf(ips[0]!), 'unknown']],
      ['port security that was taken off', () => ['lsp-set-port-security', portOf(ips[2]!)]],
      ['a deleted port', () => ['lsp-del', portOf(ips[1]!)]],
      // From the third repair of a row within a minute on the next one waits (law 10), so each case has a row of its own.
      ['deleted DHCP options', () => ['--all', 'destroy', 'DHCP_Options']],
      ['deleted ACLs', () => ['clear', 'Logical_Switch', switchOf('s'), 'acls']],
      ['a changed ACL', () => ['set', 'ACL', String(bed.ownRows('ACL')[0]?._uuid), 'action=allow']],
      ['a deleted route', () => ['clear', 'Logical_Router', routerOf('v'), 'static_routes']],
      ['a deleted router', () => ['lr-del', routerOf('v')]],
      ['a deleted switch', () => ['ls-del', switchOf('s')]],
    ];
    const rowNamed = (table: 'Logical_Router' | 'Logical_Switch', owner: string): string =>
      String(
        bed
          .ownRows(table)
          .find((row) => (row.external_ids as ReadonlyMap<string, string>).get('subnetes-owner') === owner)?._uuid,
      );
    const routerOf = (vpc: string): string => rowNamed('Logical_Router', `Vpc/${vpc}`);
    const switchOf = (subnet: string): string => rowNamed('Logical_Switch', `Subnet/${subnet}`);

    const heals = async (): Promise<number> => (await bed.controller.metric('subnetes_line_heals_total')) ?? 0;

    for (const [what, command] of changes) {
      it(`${what} is put back`, async () => {
        const wanted = snapshot();
        assert.ok(wanted.size > 10);
        const healed = await heals();
        await bed.bed.nbctl(...command());
        await bed.untilAsync('the controller has healed', async () => (await heals()) > healed);
        await isHealed(wanted, what);
      });
    }

    it("what is not ours stays as it is: rows, ports in our switches, keys in our rows' maps", async () => {
      const wanted = snapshot();
      await bed.bed.nbctl('ls-add', 'foreign', '--', 'lsp-add', 'foreign', 'foreign-1', '--', 'lr-add', 'foreign-r');
      await bed.bed.nbctl('lsp-add', switchOf('s'), 'guest');
      await bed.bed.nbctl('set', 'NB_Global', '.', 'options:foreign=kept', 'external_ids:foreign=kept');
      // A change of ours passes by, and a restart.
      await bed.ipOf(await bed.createPod('passing', { namespace: 'team' }));
      await bed.killController();
      await bed.startController();
      await bed.deletePod('passing', 'team');
      await bed.until('it went', () => snapshot().size === wanted.size);
      assert.match(await bed.bed.nbctl('show', 'foreign'), /foreign-1/);
      assert.match(await bed.bed.nbctl('lsp-get-ls', 'guest'), new RegExp(switchOf('s')));
      assert.match(await bed.bed.nbctl('get', 'NB_Global', '.', 'options:foreign'), /kept/);
      await bed.bed.nbctl('lsp-del', 'guest', '--', 'ls-del', 'foreign', '--', 'lr-del', 'foreign-r');
      assert.ok(same(wanted));
    });
  });

  it('writes nothing but the Lease and one epoch when it starts anew and nothing has changed', async () => {
    const wanted = snapshot();
    await bed.controller.stop();
    const start = await bed.auditPosition();
    const touched: string[] = [];
    const watch = (rows: readonly { readonly table: string; readonly kind: string }[]): void => {
      for (const { table, kind } of rows) touched.push(`${kind} ${table}`);
    };
    bed.northbound.replica.on('changes', watch);
    await bed.startController();
    await bed.untilAsync(
      'it leads and has made a pass',
      async () => ((await bed.controller.metric('subnetes_line_passes_total')) ?? 0) > 0,
    );
    // Something to do afterwards: when it is done, everything that a start does has been done.
    const pod = await bed.createPod('afterwards', { namespace: 'team' });
    const before = await bed.until('its IP', () => bed.ipsOf(pod)[0]);
    bed.northbound.replica.off('changes', watch);
    const writes = (await bed.writesUntil(start, (some) => some.length > 0)).filter(
      ({ name, resource }) => name !== before.metadata.name && resource !== 'subnets',
    );
    assert.deepEqual(writes, []);
    assert.deepEqual(
      touched.filter((change) => change !== 'insert Logical_Switch_Port' && change !== 'modify Logical_Switch'),
      ['modify NB_Global'],
    );
    await bed.deletePod('afterwards', 'team');
    await bed.gone('ips', keyOf(before));
    await isHealed(wanted, 'the pod that passed by');
  });

  it('rebuilds a wiped northbound database, row for row', async () => {
    const wanted = snapshot();
    const epochRow = (): unknown => [...bed.northbound.replica.table('NB_Global').rows()][0]?._uuid;
    const old = epochRow();
    await bed.bed.central.wipe('northbound');
    await bed.until('the database is another one', () => epochRow() !== undefined && epochRow() !== old);
    await isHealed(wanted, 'the database');
  });

  it('has the ports up again after a wipe that ovn-northd has seen', async () => {
    const wanted = snapshot();
    // Who comes back to the server first is a matter of luck. When it is ovn-northd, it takes the bindings away with the ports, and an
    // ovn-controller binds what it finds unbound; here nobody would.
    await bed.killController();
    await bed.bed.central.wipe('northbound');
    await bed.bed.nbctl('--wait=sb', 'sync');
    const bindings = (): Promise<string> =>
      bed.bed.sbctl('--bare', '--columns=chassis', 'find', 'Port_Binding', 'up=true');
    assert.equal(await bindings(), '', 'the bindings went with the ports');
    await bed.until('the database is empty', () => snapshot().size === 0);
    await bed.startController();
    await isHealed(wanted, 'the database');
    await bed.bed.nbctl('--wait=sb', 'sync');
    await bed.bind('n1', ...ips.map(portOf));
    await Promise.all(ips.map((ip) => bed.ready('ips', keyOf(ip))));
  });

  it('goes on when the northbound server is restarted', async () => {
    const wanted = snapshot();
    await bed.bed.central.restart('northbound');
    const pod = await bed.createPod('restarted', { namespace: 'team' });
    const ip = await bed.ipOf(pod);
    await bed.deletePod('restarted', 'team');
    await bed.gone('ips', keyOf(ip));
    await isHealed(wanted, 'the database');
  });

  it('breaks nothing while the API server is away for longer than its Lease, and catches up', async function () {
    this.timeout(150_000);
    const wanted = snapshot();
    const { relay } = bed.bed.kube;
    relay.signal('SIGSTOP');
    const pods = await Promise.all([1, 2, 3].map((index) => bed.createPod(`away-${index}`, { namespace: 'team' })));
    await bed.apply(object('Subnet', 'away', { vpc: 'v', cidrs: ['10.32.0.0/24'] }));
    // A leader that can't renew its Lease ends, as it must; a supervisor starts it again.
    const { exited } = bed.controller.daemon;
    const exit = await Promise.race([exited, relay.exited]);
    assert.equal(exit.code, 1);
    assert.ok(same(wanted), 'nothing was taken away');
    relay.signal('SIGCONT');
    await bed.startController();
    const made = await Promise.all(pods.map((pod) => bed.ipOf(pod)));
    await bed.ready('subnets', 'away');
    await Promise.all(pods.map(({ metadata: { name } }) => bed.deletePod(name, 'team')));
    await bed.bed.kubectl('delete', 'subnets.subnetes.io', 'away');
    await Promise.all(made.map((ip) => bed.gone('ips', keyOf(ip))));
    await isHealed(wanted, 'everything');
  });
});
