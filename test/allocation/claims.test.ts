/** Addresses that are claimed without permission stay free for those who may have them. */
import assert from 'node:assert/strict';
import { Claims } from '../../src/allocation/claims.ts';
import { Pools } from '../../src/allocation/pools.ts';
import { formatAddress } from '../../src/net/address.ts';
import { ipFacts } from '../../src/topology/facts.ts';
import { namespaceFacts } from '../../src/topology/kubernetes.ts';
import { subnetNetwork } from '../../src/topology/subnets.ts';
import { storeOf } from '../laws/controller-line.ts';
import { config, madeIp, namespace, object, subnet, vpc } from '../laws/objects.ts';

const team = { namespaceSelector: { matchLabels: { team: 't' } } };

describe('claims', () => {
  const claim = (name: string, address: string) =>
    object({ kind: 'IP', metadata: { name, namespace: 'stranger' }, spec: { subnet: 'web', addresses: [address] } });
  const world = () => {
    const store = storeOf([
      config(),
      vpc('a'),
      subnet('web', 'a', ['10.1.0.0/29'], team),
      namespace('t', { team: 't' }),
      namespace('stranger'),
    ]);
    const pools = new Pools(() => 0);
    pools.restMs = 0;
    const claims = new Claims(store, pools);
    const network = store.world.derive(subnetNetwork, 'web')!;
    pools.putSubnet(network, []);
    const put = (each: ReturnType<typeof object>) => {
      const key = `${each.metadata.namespace}/${each.metadata.name}`;
      store.put('IP', key, ipFacts(each as never));
      claims.put(key, ipFacts(each as never));
    };
    const give = () => pools.reserve('t/new', 't', network, store.world.get('Subnet', 'web')!, []);
    return { store, pools, claims, put, give };
  };

  it('without permission use up nothing, and count as soon as they are permitted', () => {
    const { store, pools, claims, put, give } = world();
    for (const place of [2, 3, 4, 5, 6]) put(claim(`c${place}`, `10.1.0.${place}`));
    claims.settle();
    assert.equal(pools.usage('web').ipv4?.used, '0');
    put(claim('c6', '10.1.0.6'));
    assert.equal(pools.usage('web').ipv4?.used, '0', 'nor when they are written again');
    const given = give();
    assert.ok(!('reason' in given));
    assert.equal(given.length, 1);
    pools.removeIP('t/new');
    store.put('Namespace', 'stranger', namespaceFacts(namespace('stranger', { team: 't' }) as never));
    claims.settle();
    assert.equal(pools.usage('web').ipv4?.used, '5');
    assert.ok('reason' in give());
    claims.remove('stranger/c4');
    const freed = give();
    assert.deepEqual('reason' in freed ? freed.reason : freed.map(formatAddress), ['10.1.0.4']);
  });

  it('of the controller, and of what is in the database already, always count', () => {
    const { store, pools, claims, put } = world();
    const made = madeIp('stranger', 'p', 'web', ['10.1.0.2']);
    put(made);
    put(claim('c3', '10.1.0.3'));
    store.put('Port', 'stranger.c3', { up: true, addresses: ['10.1.0.3'] });
    claims.settle();
    assert.equal(pools.usage('web').ipv4?.used, '2');
  });
});
