/** An External Subnet in OVN_Northbound: `Logical_Switch` with a port of type localnet, which is the physical network on every node that has its bridge. */
import { physicalPortName, switchName } from '../../northbound/names.ts';
import { map, type Northbound, row, switchOf } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import type { Inputs } from '../../topology/facts.ts';

/** The rows. `options:network_name` is the name in `ovn-bridge-mappings` of the nodes; ovn-northd copies `tag_request` into `tag`. */
export function externalRows(context: Northbound, { meta: { name }, spec }: Inputs['Subnet']): readonly Row[] {
  const owner = `Subnet/${name}`;
  const port = {
    name: physicalPortName(name),
    type: 'localnet',
    addresses: new Set(['unknown']),
    options: map({ network_name: spec.physical?.providerNetwork }),
    ...(spec.physical?.vlan === undefined ? {} : { tag_request: spec.physical.vlan }),
  };
  return [
    row(context, 'Logical_Switch', owner, '', { name: switchName(name) }),
    row(context, 'Logical_Switch_Port', owner, '', port, switchOf(context, name)),
  ];
}
