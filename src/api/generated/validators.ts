// Generated from crds/schemas by `make generate`: do not edit.
// @ts-nocheck: written by ajv; src/api/validate.ts gives the functions their types.
import { formats } from '../formats.ts';

const formatTests = Object.fromEntries(Object.entries(formats).map(([name, format]) => [name, format.test]));

export const validateVpc = validate10;
const schema11 = {
  $id: 'Vpc',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
        nodeAttachment: {
          type: 'object',
          properties: {
            cidrs: {
              type: 'array',
              minItems: 1,
              maxItems: 2,
              items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-network' },
            },
            interface: { type: 'string', maxLength: 6, format: 'attachment-interface' },
          },
          required: ['interface'],
        },
        staticRoutes: {
          type: 'array',
          maxItems: 64,
          items: {
            type: 'object',
            properties: {
              name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
              destination: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-cidr' },
              source: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-cidr' },
              nextHops: {
                type: 'array',
                minItems: 1,
                maxItems: 8,
                uniqueItems: true,
                items: { type: 'string', minLength: 1, maxLength: 39, format: 'peer-address' },
              },
              blackhole: { type: 'boolean', const: true },
            },
            required: ['name'],
          },
        },
        policyRoutes: {
          type: 'array',
          maxItems: 64,
          items: {
            type: 'object',
            properties: {
              name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
              priority: { type: 'integer', minimum: 0, maximum: 1000 },
              sources: {
                type: 'array',
                minItems: 1,
                maxItems: 16,
                uniqueItems: true,
                items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-cidr' },
              },
              destinations: {
                type: 'array',
                minItems: 1,
                maxItems: 16,
                uniqueItems: true,
                items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-cidr' },
              },
              ports: {
                type: 'array',
                minItems: 1,
                maxItems: 16,
                items: {
                  type: 'object',
                  properties: {
                    protocol: { type: 'string', enum: ['TCP', 'UDP', 'SCTP'] },
                    port: { type: 'integer', minimum: 1, maximum: 65535 },
                    endPort: { type: 'integer', minimum: 1, maximum: 65535 },
                  },
                  required: ['protocol'],
                },
              },
              action: { type: 'string', enum: ['Allow', 'Drop', 'Reroute'] },
              nextHops: {
                type: 'array',
                minItems: 1,
                maxItems: 8,
                uniqueItems: true,
                items: { type: 'string', minLength: 1, maxLength: 39, format: 'peer-address' },
              },
            },
            required: ['name', 'priority', 'action'],
          },
        },
      },
      required: [],
    },
  },
};
const formats0 = formatTests['canonical-network'];
const formats2 = formatTests['attachment-interface'];
const formats4 = formatTests['canonical-cidr'];
const formats8 = formatTests['peer-address'];
const pattern0 = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/u;

function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="Vpc" */
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.spec === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'spec' },
        message: "must have required property '" + 'spec' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.spec !== undefined) {
      const data0 = data.spec;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.nodeAttachment !== undefined) {
          const data1 = data0.nodeAttachment;
          if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
            if (data1.interface === undefined) {
              const err1 = {
                instancePath: instancePath + '/spec/nodeAttachment',
                schemaPath: '#/properties/spec/properties/nodeAttachment/required',
                keyword: 'required',
                params: { missingProperty: 'interface' },
                message: "must have required property '" + 'interface' + "'",
              };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
            if (data1.cidrs !== undefined) {
              const data2 = data1.cidrs;
              if (Array.isArray(data2)) {
                if (data2.length > 2) {
                  const err2 = {
                    instancePath: instancePath + '/spec/nodeAttachment/cidrs',
                    schemaPath: '#/properties/spec/properties/nodeAttachment/properties/cidrs/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 2 },
                    message: 'must NOT have more than 2 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err2];
                  } else {
                    vErrors.push(err2);
                  }
                  errors++;
                }
                if (data2.length < 1) {
                  const err3 = {
                    instancePath: instancePath + '/spec/nodeAttachment/cidrs',
                    schemaPath: '#/properties/spec/properties/nodeAttachment/properties/cidrs/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                }
                const len0 = data2.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const data3 = data2[i0];
                  if (typeof data3 === 'string') {
                    if (data3.length > 43) {
                      const err4 = {
                        instancePath: instancePath + '/spec/nodeAttachment/cidrs/' + i0,
                        schemaPath: '#/properties/spec/properties/nodeAttachment/properties/cidrs/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 43 },
                        message: 'must NOT have more than 43 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err4];
                      } else {
                        vErrors.push(err4);
                      }
                      errors++;
                    }
                    if (data3.length < 1) {
                      const err5 = {
                        instancePath: instancePath + '/spec/nodeAttachment/cidrs/' + i0,
                        schemaPath: '#/properties/spec/properties/nodeAttachment/properties/cidrs/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err5];
                      } else {
                        vErrors.push(err5);
                      }
                      errors++;
                    }
                    if (!formats0(data3)) {
                      const err6 = {
                        instancePath: instancePath + '/spec/nodeAttachment/cidrs/' + i0,
                        schemaPath: '#/properties/spec/properties/nodeAttachment/properties/cidrs/items/format',
                        keyword: 'format',
                        params: { format: 'canonical-network' },
                        message: 'must match format "' + 'canonical-network' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err6];
                      } else {
                        vErrors.push(err6);
                      }
                      errors++;
                    }
                  } else {
                    const err7 = {
                      instancePath: instancePath + '/spec/nodeAttachment/cidrs/' + i0,
                      schemaPath: '#/properties/spec/properties/nodeAttachment/properties/cidrs/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err7];
                    } else {
                      vErrors.push(err7);
                    }
                    errors++;
                  }
                }
              } else {
                const err8 = {
                  instancePath: instancePath + '/spec/nodeAttachment/cidrs',
                  schemaPath: '#/properties/spec/properties/nodeAttachment/properties/cidrs/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
            if (data1.interface !== undefined) {
              const data4 = data1.interface;
              if (typeof data4 === 'string') {
                if (data4.length > 6) {
                  const err9 = {
                    instancePath: instancePath + '/spec/nodeAttachment/interface',
                    schemaPath: '#/properties/spec/properties/nodeAttachment/properties/interface/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 6 },
                    message: 'must NOT have more than 6 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                }
                if (!formats2(data4)) {
                  const err10 = {
                    instancePath: instancePath + '/spec/nodeAttachment/interface',
                    schemaPath: '#/properties/spec/properties/nodeAttachment/properties/interface/format',
                    keyword: 'format',
                    params: { format: 'attachment-interface' },
                    message: 'must match format "' + 'attachment-interface' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              } else {
                const err11 = {
                  instancePath: instancePath + '/spec/nodeAttachment/interface',
                  schemaPath: '#/properties/spec/properties/nodeAttachment/properties/interface/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          } else {
            const err12 = {
              instancePath: instancePath + '/spec/nodeAttachment',
              schemaPath: '#/properties/spec/properties/nodeAttachment/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data0.staticRoutes !== undefined) {
          const data5 = data0.staticRoutes;
          if (Array.isArray(data5)) {
            if (data5.length > 64) {
              const err13 = {
                instancePath: instancePath + '/spec/staticRoutes',
                schemaPath: '#/properties/spec/properties/staticRoutes/maxItems',
                keyword: 'maxItems',
                params: { limit: 64 },
                message: 'must NOT have more than 64 items',
              };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            const len1 = data5.length;
            for (let i1 = 0; i1 < len1; i1++) {
              const data6 = data5[i1];
              if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                if (data6.name === undefined) {
                  const err14 = {
                    instancePath: instancePath + '/spec/staticRoutes/' + i1,
                    schemaPath: '#/properties/spec/properties/staticRoutes/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'name' },
                    message: "must have required property '" + 'name' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
                if (data6.name !== undefined) {
                  const data7 = data6.name;
                  if (typeof data7 === 'string') {
                    if (data7.length > 63) {
                      const err15 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/name',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/name/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err15];
                      } else {
                        vErrors.push(err15);
                      }
                      errors++;
                    }
                    if (data7.length < 1) {
                      const err16 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/name',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/name/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err16];
                      } else {
                        vErrors.push(err16);
                      }
                      errors++;
                    }
                    if (!pattern0.test(data7)) {
                      const err17 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/name',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                        message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err17];
                      } else {
                        vErrors.push(err17);
                      }
                      errors++;
                    }
                  } else {
                    const err18 = {
                      instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/name',
                      schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/name/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err18];
                    } else {
                      vErrors.push(err18);
                    }
                    errors++;
                  }
                }
                if (data6.destination !== undefined) {
                  const data8 = data6.destination;
                  if (typeof data8 === 'string') {
                    if (data8.length > 43) {
                      const err19 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/destination',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/destination/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 43 },
                        message: 'must NOT have more than 43 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err19];
                      } else {
                        vErrors.push(err19);
                      }
                      errors++;
                    }
                    if (data8.length < 1) {
                      const err20 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/destination',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/destination/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err20];
                      } else {
                        vErrors.push(err20);
                      }
                      errors++;
                    }
                    if (!formats4(data8)) {
                      const err21 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/destination',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/destination/format',
                        keyword: 'format',
                        params: { format: 'canonical-cidr' },
                        message: 'must match format "' + 'canonical-cidr' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err21];
                      } else {
                        vErrors.push(err21);
                      }
                      errors++;
                    }
                  } else {
                    const err22 = {
                      instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/destination',
                      schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/destination/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err22];
                    } else {
                      vErrors.push(err22);
                    }
                    errors++;
                  }
                }
                if (data6.source !== undefined) {
                  const data9 = data6.source;
                  if (typeof data9 === 'string') {
                    if (data9.length > 43) {
                      const err23 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/source',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/source/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 43 },
                        message: 'must NOT have more than 43 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err23];
                      } else {
                        vErrors.push(err23);
                      }
                      errors++;
                    }
                    if (data9.length < 1) {
                      const err24 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/source',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/source/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err24];
                      } else {
                        vErrors.push(err24);
                      }
                      errors++;
                    }
                    if (!formats4(data9)) {
                      const err25 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/source',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/source/format',
                        keyword: 'format',
                        params: { format: 'canonical-cidr' },
                        message: 'must match format "' + 'canonical-cidr' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err25];
                      } else {
                        vErrors.push(err25);
                      }
                      errors++;
                    }
                  } else {
                    const err26 = {
                      instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/source',
                      schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/source/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                }
                if (data6.nextHops !== undefined) {
                  const data10 = data6.nextHops;
                  if (Array.isArray(data10)) {
                    if (data10.length > 8) {
                      const err27 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/nextHops',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/nextHops/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 8 },
                        message: 'must NOT have more than 8 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err27];
                      } else {
                        vErrors.push(err27);
                      }
                      errors++;
                    }
                    if (data10.length < 1) {
                      const err28 = {
                        instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/nextHops',
                        schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/nextHops/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err28];
                      } else {
                        vErrors.push(err28);
                      }
                      errors++;
                    }
                    const len2 = data10.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      const data11 = data10[i2];
                      if (typeof data11 === 'string') {
                        if (data11.length > 39) {
                          const err29 = {
                            instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/nextHops/' + i2,
                            schemaPath:
                              '#/properties/spec/properties/staticRoutes/items/properties/nextHops/items/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 39 },
                            message: 'must NOT have more than 39 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err29];
                          } else {
                            vErrors.push(err29);
                          }
                          errors++;
                        }
                        if (data11.length < 1) {
                          const err30 = {
                            instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/nextHops/' + i2,
                            schemaPath:
                              '#/properties/spec/properties/staticRoutes/items/properties/nextHops/items/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err30];
                          } else {
                            vErrors.push(err30);
                          }
                          errors++;
                        }
                        if (!formats8(data11)) {
                          const err31 = {
                            instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/nextHops/' + i2,
                            schemaPath:
                              '#/properties/spec/properties/staticRoutes/items/properties/nextHops/items/format',
                            keyword: 'format',
                            params: { format: 'peer-address' },
                            message: 'must match format "' + 'peer-address' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err31];
                          } else {
                            vErrors.push(err31);
                          }
                          errors++;
                        }
                      } else {
                        const err32 = {
                          instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/nextHops/' + i2,
                          schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/nextHops/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err32];
                        } else {
                          vErrors.push(err32);
                        }
                        errors++;
                      }
                    }
                    let i3 = data10.length;
                    let j0;
                    if (i3 > 1) {
                      const indices0 = {};
                      for (; i3--; ) {
                        const item0 = data10[i3];
                        if (typeof item0 !== 'string') {
                          continue;
                        }
                        if (typeof indices0[item0] == 'number') {
                          j0 = indices0[item0];
                          const err33 = {
                            instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/nextHops',
                            schemaPath:
                              '#/properties/spec/properties/staticRoutes/items/properties/nextHops/uniqueItems',
                            keyword: 'uniqueItems',
                            params: { i: i3, j: j0 },
                            message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i3 + ' are identical)',
                          };
                          if (vErrors === null) {
                            vErrors = [err33];
                          } else {
                            vErrors.push(err33);
                          }
                          errors++;
                          break;
                        }
                        indices0[item0] = i3;
                      }
                    }
                  } else {
                    const err34 = {
                      instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/nextHops',
                      schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/nextHops/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    };
                    if (vErrors === null) {
                      vErrors = [err34];
                    } else {
                      vErrors.push(err34);
                    }
                    errors++;
                  }
                }
                if (data6.blackhole !== undefined) {
                  const data12 = data6.blackhole;
                  if (typeof data12 !== 'boolean') {
                    const err35 = {
                      instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/blackhole',
                      schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/blackhole/type',
                      keyword: 'type',
                      params: { type: 'boolean' },
                      message: 'must be boolean',
                    };
                    if (vErrors === null) {
                      vErrors = [err35];
                    } else {
                      vErrors.push(err35);
                    }
                    errors++;
                  }
                  if (true !== data12) {
                    const err36 = {
                      instancePath: instancePath + '/spec/staticRoutes/' + i1 + '/blackhole',
                      schemaPath: '#/properties/spec/properties/staticRoutes/items/properties/blackhole/const',
                      keyword: 'const',
                      params: { allowedValue: true },
                      message: 'must be equal to constant',
                    };
                    if (vErrors === null) {
                      vErrors = [err36];
                    } else {
                      vErrors.push(err36);
                    }
                    errors++;
                  }
                }
              } else {
                const err37 = {
                  instancePath: instancePath + '/spec/staticRoutes/' + i1,
                  schemaPath: '#/properties/spec/properties/staticRoutes/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
          } else {
            const err38 = {
              instancePath: instancePath + '/spec/staticRoutes',
              schemaPath: '#/properties/spec/properties/staticRoutes/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data0.policyRoutes !== undefined) {
          const data13 = data0.policyRoutes;
          if (Array.isArray(data13)) {
            if (data13.length > 64) {
              const err39 = {
                instancePath: instancePath + '/spec/policyRoutes',
                schemaPath: '#/properties/spec/properties/policyRoutes/maxItems',
                keyword: 'maxItems',
                params: { limit: 64 },
                message: 'must NOT have more than 64 items',
              };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            const len3 = data13.length;
            for (let i4 = 0; i4 < len3; i4++) {
              const data14 = data13[i4];
              if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
                if (data14.name === undefined) {
                  const err40 = {
                    instancePath: instancePath + '/spec/policyRoutes/' + i4,
                    schemaPath: '#/properties/spec/properties/policyRoutes/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'name' },
                    message: "must have required property '" + 'name' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
                if (data14.priority === undefined) {
                  const err41 = {
                    instancePath: instancePath + '/spec/policyRoutes/' + i4,
                    schemaPath: '#/properties/spec/properties/policyRoutes/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'priority' },
                    message: "must have required property '" + 'priority' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
                if (data14.action === undefined) {
                  const err42 = {
                    instancePath: instancePath + '/spec/policyRoutes/' + i4,
                    schemaPath: '#/properties/spec/properties/policyRoutes/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'action' },
                    message: "must have required property '" + 'action' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
                if (data14.name !== undefined) {
                  const data15 = data14.name;
                  if (typeof data15 === 'string') {
                    if (data15.length > 63) {
                      const err43 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/name',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/name/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err43];
                      } else {
                        vErrors.push(err43);
                      }
                      errors++;
                    }
                    if (data15.length < 1) {
                      const err44 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/name',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/name/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err44];
                      } else {
                        vErrors.push(err44);
                      }
                      errors++;
                    }
                    if (!pattern0.test(data15)) {
                      const err45 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/name',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                        message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err45];
                      } else {
                        vErrors.push(err45);
                      }
                      errors++;
                    }
                  } else {
                    const err46 = {
                      instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/name',
                      schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/name/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err46];
                    } else {
                      vErrors.push(err46);
                    }
                    errors++;
                  }
                }
                if (data14.priority !== undefined) {
                  const data16 = data14.priority;
                  if (!(typeof data16 == 'number' && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
                    const err47 = {
                      instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/priority',
                      schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/priority/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                      message: 'must be integer',
                    };
                    if (vErrors === null) {
                      vErrors = [err47];
                    } else {
                      vErrors.push(err47);
                    }
                    errors++;
                  }
                  if (typeof data16 == 'number' && isFinite(data16)) {
                    if (data16 > 1000 || isNaN(data16)) {
                      const err48 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/priority',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/priority/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 1000 },
                        message: 'must be <= 1000',
                      };
                      if (vErrors === null) {
                        vErrors = [err48];
                      } else {
                        vErrors.push(err48);
                      }
                      errors++;
                    }
                    if (data16 < 0 || isNaN(data16)) {
                      const err49 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/priority',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/priority/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 0 },
                        message: 'must be >= 0',
                      };
                      if (vErrors === null) {
                        vErrors = [err49];
                      } else {
                        vErrors.push(err49);
                      }
                      errors++;
                    }
                  }
                }
                if (data14.sources !== undefined) {
                  const data17 = data14.sources;
                  if (Array.isArray(data17)) {
                    if (data17.length > 16) {
                      const err50 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/sources',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/sources/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err50];
                      } else {
                        vErrors.push(err50);
                      }
                      errors++;
                    }
                    if (data17.length < 1) {
                      const err51 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/sources',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/sources/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err51];
                      } else {
                        vErrors.push(err51);
                      }
                      errors++;
                    }
                    const len4 = data17.length;
                    for (let i5 = 0; i5 < len4; i5++) {
                      const data18 = data17[i5];
                      if (typeof data18 === 'string') {
                        if (data18.length > 43) {
                          const err52 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/sources/' + i5,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/sources/items/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 43 },
                            message: 'must NOT have more than 43 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err52];
                          } else {
                            vErrors.push(err52);
                          }
                          errors++;
                        }
                        if (data18.length < 1) {
                          const err53 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/sources/' + i5,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/sources/items/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err53];
                          } else {
                            vErrors.push(err53);
                          }
                          errors++;
                        }
                        if (!formats4(data18)) {
                          const err54 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/sources/' + i5,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/sources/items/format',
                            keyword: 'format',
                            params: { format: 'canonical-cidr' },
                            message: 'must match format "' + 'canonical-cidr' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err54];
                          } else {
                            vErrors.push(err54);
                          }
                          errors++;
                        }
                      } else {
                        const err55 = {
                          instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/sources/' + i5,
                          schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/sources/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err55];
                        } else {
                          vErrors.push(err55);
                        }
                        errors++;
                      }
                    }
                    let i6 = data17.length;
                    let j1;
                    if (i6 > 1) {
                      const indices1 = {};
                      for (; i6--; ) {
                        const item1 = data17[i6];
                        if (typeof item1 !== 'string') {
                          continue;
                        }
                        if (typeof indices1[item1] == 'number') {
                          j1 = indices1[item1];
                          const err56 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/sources',
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/sources/uniqueItems',
                            keyword: 'uniqueItems',
                            params: { i: i6, j: j1 },
                            message: 'must NOT have duplicate items (items ## ' + j1 + ' and ' + i6 + ' are identical)',
                          };
                          if (vErrors === null) {
                            vErrors = [err56];
                          } else {
                            vErrors.push(err56);
                          }
                          errors++;
                          break;
                        }
                        indices1[item1] = i6;
                      }
                    }
                  } else {
                    const err57 = {
                      instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/sources',
                      schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/sources/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
                if (data14.destinations !== undefined) {
                  const data19 = data14.destinations;
                  if (Array.isArray(data19)) {
                    if (data19.length > 16) {
                      const err58 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/destinations',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/destinations/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err58];
                      } else {
                        vErrors.push(err58);
                      }
                      errors++;
                    }
                    if (data19.length < 1) {
                      const err59 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/destinations',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/destinations/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err59];
                      } else {
                        vErrors.push(err59);
                      }
                      errors++;
                    }
                    const len5 = data19.length;
                    for (let i7 = 0; i7 < len5; i7++) {
                      const data20 = data19[i7];
                      if (typeof data20 === 'string') {
                        if (data20.length > 43) {
                          const err60 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/destinations/' + i7,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/destinations/items/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 43 },
                            message: 'must NOT have more than 43 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err60];
                          } else {
                            vErrors.push(err60);
                          }
                          errors++;
                        }
                        if (data20.length < 1) {
                          const err61 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/destinations/' + i7,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/destinations/items/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err61];
                          } else {
                            vErrors.push(err61);
                          }
                          errors++;
                        }
                        if (!formats4(data20)) {
                          const err62 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/destinations/' + i7,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/destinations/items/format',
                            keyword: 'format',
                            params: { format: 'canonical-cidr' },
                            message: 'must match format "' + 'canonical-cidr' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err62];
                          } else {
                            vErrors.push(err62);
                          }
                          errors++;
                        }
                      } else {
                        const err63 = {
                          instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/destinations/' + i7,
                          schemaPath:
                            '#/properties/spec/properties/policyRoutes/items/properties/destinations/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err63];
                        } else {
                          vErrors.push(err63);
                        }
                        errors++;
                      }
                    }
                    let i8 = data19.length;
                    let j2;
                    if (i8 > 1) {
                      const indices2 = {};
                      for (; i8--; ) {
                        const item2 = data19[i8];
                        if (typeof item2 !== 'string') {
                          continue;
                        }
                        if (typeof indices2[item2] == 'number') {
                          j2 = indices2[item2];
                          const err64 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/destinations',
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/destinations/uniqueItems',
                            keyword: 'uniqueItems',
                            params: { i: i8, j: j2 },
                            message: 'must NOT have duplicate items (items ## ' + j2 + ' and ' + i8 + ' are identical)',
                          };
                          if (vErrors === null) {
                            vErrors = [err64];
                          } else {
                            vErrors.push(err64);
                          }
                          errors++;
                          break;
                        }
                        indices2[item2] = i8;
                      }
                    }
                  } else {
                    const err65 = {
                      instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/destinations',
                      schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/destinations/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    };
                    if (vErrors === null) {
                      vErrors = [err65];
                    } else {
                      vErrors.push(err65);
                    }
                    errors++;
                  }
                }
                if (data14.ports !== undefined) {
                  const data21 = data14.ports;
                  if (Array.isArray(data21)) {
                    if (data21.length > 16) {
                      const err66 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/ports/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err66];
                      } else {
                        vErrors.push(err66);
                      }
                      errors++;
                    }
                    if (data21.length < 1) {
                      const err67 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/ports/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err67];
                      } else {
                        vErrors.push(err67);
                      }
                      errors++;
                    }
                    const len6 = data21.length;
                    for (let i9 = 0; i9 < len6; i9++) {
                      const data22 = data21[i9];
                      if (data22 && typeof data22 == 'object' && !Array.isArray(data22)) {
                        if (data22.protocol === undefined) {
                          const err68 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/ports/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'protocol' },
                            message: "must have required property '" + 'protocol' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err68];
                          } else {
                            vErrors.push(err68);
                          }
                          errors++;
                        }
                        if (data22.protocol !== undefined) {
                          const data23 = data22.protocol;
                          if (typeof data23 !== 'string') {
                            const err69 = {
                              instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9 + '/protocol',
                              schemaPath:
                                '#/properties/spec/properties/policyRoutes/items/properties/ports/items/properties/protocol/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err69];
                            } else {
                              vErrors.push(err69);
                            }
                            errors++;
                          }
                          if (!(data23 === 'TCP' || data23 === 'UDP' || data23 === 'SCTP')) {
                            const err70 = {
                              instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9 + '/protocol',
                              schemaPath:
                                '#/properties/spec/properties/policyRoutes/items/properties/ports/items/properties/protocol/enum',
                              keyword: 'enum',
                              params: {
                                allowedValues:
                                  schema11.properties.spec.properties.policyRoutes.items.properties.ports.items
                                    .properties.protocol.enum,
                              },
                              message: 'must be equal to one of the allowed values',
                            };
                            if (vErrors === null) {
                              vErrors = [err70];
                            } else {
                              vErrors.push(err70);
                            }
                            errors++;
                          }
                        }
                        if (data22.port !== undefined) {
                          const data24 = data22.port;
                          if (!(typeof data24 == 'number' && !(data24 % 1) && !isNaN(data24) && isFinite(data24))) {
                            const err71 = {
                              instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9 + '/port',
                              schemaPath:
                                '#/properties/spec/properties/policyRoutes/items/properties/ports/items/properties/port/type',
                              keyword: 'type',
                              params: { type: 'integer' },
                              message: 'must be integer',
                            };
                            if (vErrors === null) {
                              vErrors = [err71];
                            } else {
                              vErrors.push(err71);
                            }
                            errors++;
                          }
                          if (typeof data24 == 'number' && isFinite(data24)) {
                            if (data24 > 65535 || isNaN(data24)) {
                              const err72 = {
                                instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9 + '/port',
                                schemaPath:
                                  '#/properties/spec/properties/policyRoutes/items/properties/ports/items/properties/port/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                              };
                              if (vErrors === null) {
                                vErrors = [err72];
                              } else {
                                vErrors.push(err72);
                              }
                              errors++;
                            }
                            if (data24 < 1 || isNaN(data24)) {
                              const err73 = {
                                instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9 + '/port',
                                schemaPath:
                                  '#/properties/spec/properties/policyRoutes/items/properties/ports/items/properties/port/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                              };
                              if (vErrors === null) {
                                vErrors = [err73];
                              } else {
                                vErrors.push(err73);
                              }
                              errors++;
                            }
                          }
                        }
                        if (data22.endPort !== undefined) {
                          const data25 = data22.endPort;
                          if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                            const err74 = {
                              instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9 + '/endPort',
                              schemaPath:
                                '#/properties/spec/properties/policyRoutes/items/properties/ports/items/properties/endPort/type',
                              keyword: 'type',
                              params: { type: 'integer' },
                              message: 'must be integer',
                            };
                            if (vErrors === null) {
                              vErrors = [err74];
                            } else {
                              vErrors.push(err74);
                            }
                            errors++;
                          }
                          if (typeof data25 == 'number' && isFinite(data25)) {
                            if (data25 > 65535 || isNaN(data25)) {
                              const err75 = {
                                instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9 + '/endPort',
                                schemaPath:
                                  '#/properties/spec/properties/policyRoutes/items/properties/ports/items/properties/endPort/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                              };
                              if (vErrors === null) {
                                vErrors = [err75];
                              } else {
                                vErrors.push(err75);
                              }
                              errors++;
                            }
                            if (data25 < 1 || isNaN(data25)) {
                              const err76 = {
                                instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9 + '/endPort',
                                schemaPath:
                                  '#/properties/spec/properties/policyRoutes/items/properties/ports/items/properties/endPort/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                              };
                              if (vErrors === null) {
                                vErrors = [err76];
                              } else {
                                vErrors.push(err76);
                              }
                              errors++;
                            }
                          }
                        }
                      } else {
                        const err77 = {
                          instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports/' + i9,
                          schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/ports/items/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        };
                        if (vErrors === null) {
                          vErrors = [err77];
                        } else {
                          vErrors.push(err77);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err78 = {
                      instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/ports',
                      schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/ports/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    };
                    if (vErrors === null) {
                      vErrors = [err78];
                    } else {
                      vErrors.push(err78);
                    }
                    errors++;
                  }
                }
                if (data14.action !== undefined) {
                  const data26 = data14.action;
                  if (typeof data26 !== 'string') {
                    const err79 = {
                      instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/action',
                      schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/action/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err79];
                    } else {
                      vErrors.push(err79);
                    }
                    errors++;
                  }
                  if (!(data26 === 'Allow' || data26 === 'Drop' || data26 === 'Reroute')) {
                    const err80 = {
                      instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/action',
                      schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/action/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues: schema11.properties.spec.properties.policyRoutes.items.properties.action.enum,
                      },
                      message: 'must be equal to one of the allowed values',
                    };
                    if (vErrors === null) {
                      vErrors = [err80];
                    } else {
                      vErrors.push(err80);
                    }
                    errors++;
                  }
                }
                if (data14.nextHops !== undefined) {
                  const data27 = data14.nextHops;
                  if (Array.isArray(data27)) {
                    if (data27.length > 8) {
                      const err81 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/nextHops',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/nextHops/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 8 },
                        message: 'must NOT have more than 8 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err81];
                      } else {
                        vErrors.push(err81);
                      }
                      errors++;
                    }
                    if (data27.length < 1) {
                      const err82 = {
                        instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/nextHops',
                        schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/nextHops/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err82];
                      } else {
                        vErrors.push(err82);
                      }
                      errors++;
                    }
                    const len7 = data27.length;
                    for (let i10 = 0; i10 < len7; i10++) {
                      const data28 = data27[i10];
                      if (typeof data28 === 'string') {
                        if (data28.length > 39) {
                          const err83 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/nextHops/' + i10,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/nextHops/items/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 39 },
                            message: 'must NOT have more than 39 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err83];
                          } else {
                            vErrors.push(err83);
                          }
                          errors++;
                        }
                        if (data28.length < 1) {
                          const err84 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/nextHops/' + i10,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/nextHops/items/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err84];
                          } else {
                            vErrors.push(err84);
                          }
                          errors++;
                        }
                        if (!formats8(data28)) {
                          const err85 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/nextHops/' + i10,
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/nextHops/items/format',
                            keyword: 'format',
                            params: { format: 'peer-address' },
                            message: 'must match format "' + 'peer-address' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err85];
                          } else {
                            vErrors.push(err85);
                          }
                          errors++;
                        }
                      } else {
                        const err86 = {
                          instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/nextHops/' + i10,
                          schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/nextHops/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err86];
                        } else {
                          vErrors.push(err86);
                        }
                        errors++;
                      }
                    }
                    let i11 = data27.length;
                    let j3;
                    if (i11 > 1) {
                      const indices3 = {};
                      for (; i11--; ) {
                        const item3 = data27[i11];
                        if (typeof item3 !== 'string') {
                          continue;
                        }
                        if (typeof indices3[item3] == 'number') {
                          j3 = indices3[item3];
                          const err87 = {
                            instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/nextHops',
                            schemaPath:
                              '#/properties/spec/properties/policyRoutes/items/properties/nextHops/uniqueItems',
                            keyword: 'uniqueItems',
                            params: { i: i11, j: j3 },
                            message:
                              'must NOT have duplicate items (items ## ' + j3 + ' and ' + i11 + ' are identical)',
                          };
                          if (vErrors === null) {
                            vErrors = [err87];
                          } else {
                            vErrors.push(err87);
                          }
                          errors++;
                          break;
                        }
                        indices3[item3] = i11;
                      }
                    }
                  } else {
                    const err88 = {
                      instancePath: instancePath + '/spec/policyRoutes/' + i4 + '/nextHops',
                      schemaPath: '#/properties/spec/properties/policyRoutes/items/properties/nextHops/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    };
                    if (vErrors === null) {
                      vErrors = [err88];
                    } else {
                      vErrors.push(err88);
                    }
                    errors++;
                  }
                }
              } else {
                const err89 = {
                  instancePath: instancePath + '/spec/policyRoutes/' + i4,
                  schemaPath: '#/properties/spec/properties/policyRoutes/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err89];
                } else {
                  vErrors.push(err89);
                }
                errors++;
              }
            }
          } else {
            const err90 = {
              instancePath: instancePath + '/spec/policyRoutes',
              schemaPath: '#/properties/spec/properties/policyRoutes/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err90];
            } else {
              vErrors.push(err90);
            }
            errors++;
          }
        }
      } else {
        const err91 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err91];
        } else {
          vErrors.push(err91);
        }
        errors++;
      }
    }
  } else {
    const err92 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err92];
    } else {
      vErrors.push(err92);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}

export const validateSubnet = validate11;
const schema12 = {
  $id: 'Subnet',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
        vpc: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
        cidrs: {
          type: 'array',
          minItems: 1,
          maxItems: 2,
          items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-network' },
        },
        gateways: {
          type: 'array',
          minItems: 1,
          maxItems: 2,
          items: { type: 'string', minLength: 1, maxLength: 39, format: 'host-address' },
        },
        excludes: {
          type: 'array',
          maxItems: 64,
          uniqueItems: true,
          items: { type: 'string', minLength: 1, maxLength: 79, format: 'address-range' },
        },
        mtu: { type: 'integer', minimum: 1280, maximum: 9216 },
        default: { type: 'boolean', const: true },
        namespaceSelector: {
          type: 'object',
          properties: {
            matchLabels: {
              type: 'object',
              maxProperties: 32,
              additionalProperties: {
                type: 'string',
                pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$',
                maxLength: 63,
              },
            },
            matchExpressions: {
              type: 'array',
              maxItems: 16,
              items: {
                type: 'object',
                properties: {
                  key: {
                    type: 'string',
                    pattern: '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$',
                    minLength: 1,
                    maxLength: 317,
                  },
                  operator: { type: 'string', enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
                  values: {
                    type: 'array',
                    maxItems: 32,
                    items: { type: 'string', pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$', maxLength: 63 },
                  },
                },
                required: ['key', 'operator'],
              },
            },
          },
          required: [],
        },
        podSelector: {
          type: 'object',
          properties: {
            matchLabels: {
              type: 'object',
              maxProperties: 32,
              additionalProperties: {
                type: 'string',
                pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$',
                maxLength: 63,
              },
            },
            matchExpressions: {
              type: 'array',
              maxItems: 16,
              items: {
                type: 'object',
                properties: {
                  key: {
                    type: 'string',
                    pattern: '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$',
                    minLength: 1,
                    maxLength: 317,
                  },
                  operator: { type: 'string', enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
                  values: {
                    type: 'array',
                    maxItems: 32,
                    items: { type: 'string', pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$', maxLength: 63 },
                  },
                },
                required: ['key', 'operator'],
              },
            },
          },
          required: [],
        },
        priority: { type: 'integer', minimum: 0, maximum: 1000 },
        allowedNamespaces: {
          type: 'object',
          properties: {
            from: { type: 'string', enum: ['Served', 'Selector', 'All', 'None'] },
            selector: {
              type: 'object',
              properties: {
                matchLabels: {
                  type: 'object',
                  maxProperties: 32,
                  additionalProperties: {
                    type: 'string',
                    pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$',
                    maxLength: 63,
                  },
                },
                matchExpressions: {
                  type: 'array',
                  maxItems: 16,
                  items: {
                    type: 'object',
                    properties: {
                      key: {
                        type: 'string',
                        pattern:
                          '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$',
                        minLength: 1,
                        maxLength: 317,
                      },
                      operator: { type: 'string', enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
                      values: {
                        type: 'array',
                        maxItems: 32,
                        items: {
                          type: 'string',
                          pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$',
                          maxLength: 63,
                        },
                      },
                    },
                    required: ['key', 'operator'],
                  },
                },
              },
              required: [],
            },
          },
          required: ['from'],
        },
        limits: {
          type: 'object',
          properties: { addressesPerNamespace: { type: 'integer', minimum: 1, maximum: 1000000 } },
          required: [],
        },
        isolation: {
          type: 'object',
          properties: {
            mode: { type: 'string', enum: ['Open', 'Private'] },
            allowFrom: {
              type: 'array',
              maxItems: 64,
              items: {
                type: 'object',
                properties: {
                  subnet: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
                  cidr: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-cidr' },
                },
                required: [],
              },
            },
          },
          required: ['mode'],
        },
        dhcp: {
          type: 'object',
          properties: {
            mode: { type: 'string', enum: ['Enabled', 'Disabled'] },
            leaseSeconds: { type: 'integer', minimum: 60, maximum: 31536000 },
            dnsServers: {
              type: 'array',
              maxItems: 4,
              items: { type: 'string', minLength: 1, maxLength: 39, format: 'peer-address' },
            },
            searchDomains: {
              type: 'array',
              maxItems: 8,
              items: {
                type: 'string',
                pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
                minLength: 1,
                maxLength: 253,
              },
            },
            ntpServers: {
              type: 'array',
              maxItems: 4,
              items: { type: 'string', minLength: 1, maxLength: 39, format: 'peer-address' },
            },
          },
          required: ['mode', 'leaseSeconds'],
        },
        routerAdvertisements: {
          type: 'object',
          properties: {
            mode: { type: 'string', enum: ['Disabled', 'Stateful', 'Stateless'] },
            minIntervalSeconds: { type: 'integer', minimum: 3, maximum: 1350 },
            maxIntervalSeconds: { type: 'integer', minimum: 4, maximum: 1800 },
          },
          required: ['mode'],
        },
      },
      required: ['vpc', 'cidrs', 'priority', 'allowedNamespaces', 'isolation', 'dhcp', 'routerAdvertisements'],
    },
  },
};
const pattern3 = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/u;
const pattern4 = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/u;
const pattern13 = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/u;
const formats18 = formatTests['host-address'];
const formats20 = formatTests['address-range'];

function validate11(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="Subnet" */
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.spec === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'spec' },
        message: "must have required property '" + 'spec' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.spec !== undefined) {
      const data0 = data.spec;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.vpc === undefined) {
          const err1 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'vpc' },
            message: "must have required property '" + 'vpc' + "'",
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0.cidrs === undefined) {
          const err2 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'cidrs' },
            message: "must have required property '" + 'cidrs' + "'",
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0.priority === undefined) {
          const err3 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'priority' },
            message: "must have required property '" + 'priority' + "'",
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data0.allowedNamespaces === undefined) {
          const err4 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'allowedNamespaces' },
            message: "must have required property '" + 'allowedNamespaces' + "'",
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data0.isolation === undefined) {
          const err5 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'isolation' },
            message: "must have required property '" + 'isolation' + "'",
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data0.dhcp === undefined) {
          const err6 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'dhcp' },
            message: "must have required property '" + 'dhcp' + "'",
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0.routerAdvertisements === undefined) {
          const err7 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'routerAdvertisements' },
            message: "must have required property '" + 'routerAdvertisements' + "'",
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data0.vpc !== undefined) {
          const data1 = data0.vpc;
          if (typeof data1 === 'string') {
            if (data1.length > 63) {
              const err8 = {
                instancePath: instancePath + '/spec/vpc',
                schemaPath: '#/properties/spec/properties/vpc/maxLength',
                keyword: 'maxLength',
                params: { limit: 63 },
                message: 'must NOT have more than 63 characters',
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data1.length < 1) {
              const err9 = {
                instancePath: instancePath + '/spec/vpc',
                schemaPath: '#/properties/spec/properties/vpc/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 characters',
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (!pattern0.test(data1)) {
              const err10 = {
                instancePath: instancePath + '/spec/vpc',
                schemaPath: '#/properties/spec/properties/vpc/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = {
              instancePath: instancePath + '/spec/vpc',
              schemaPath: '#/properties/spec/properties/vpc/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data0.cidrs !== undefined) {
          const data2 = data0.cidrs;
          if (Array.isArray(data2)) {
            if (data2.length > 2) {
              const err12 = {
                instancePath: instancePath + '/spec/cidrs',
                schemaPath: '#/properties/spec/properties/cidrs/maxItems',
                keyword: 'maxItems',
                params: { limit: 2 },
                message: 'must NOT have more than 2 items',
              };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data2.length < 1) {
              const err13 = {
                instancePath: instancePath + '/spec/cidrs',
                schemaPath: '#/properties/spec/properties/cidrs/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0; i0++) {
              const data3 = data2[i0];
              if (typeof data3 === 'string') {
                if (data3.length > 43) {
                  const err14 = {
                    instancePath: instancePath + '/spec/cidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/cidrs/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 43 },
                    message: 'must NOT have more than 43 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
                if (data3.length < 1) {
                  const err15 = {
                    instancePath: instancePath + '/spec/cidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/cidrs/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
                if (!formats0(data3)) {
                  const err16 = {
                    instancePath: instancePath + '/spec/cidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/cidrs/items/format',
                    keyword: 'format',
                    params: { format: 'canonical-network' },
                    message: 'must match format "' + 'canonical-network' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              } else {
                const err17 = {
                  instancePath: instancePath + '/spec/cidrs/' + i0,
                  schemaPath: '#/properties/spec/properties/cidrs/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
          } else {
            const err18 = {
              instancePath: instancePath + '/spec/cidrs',
              schemaPath: '#/properties/spec/properties/cidrs/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data0.gateways !== undefined) {
          const data4 = data0.gateways;
          if (Array.isArray(data4)) {
            if (data4.length > 2) {
              const err19 = {
                instancePath: instancePath + '/spec/gateways',
                schemaPath: '#/properties/spec/properties/gateways/maxItems',
                keyword: 'maxItems',
                params: { limit: 2 },
                message: 'must NOT have more than 2 items',
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data4.length < 1) {
              const err20 = {
                instancePath: instancePath + '/spec/gateways',
                schemaPath: '#/properties/spec/properties/gateways/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            const len1 = data4.length;
            for (let i1 = 0; i1 < len1; i1++) {
              const data5 = data4[i1];
              if (typeof data5 === 'string') {
                if (data5.length > 39) {
                  const err21 = {
                    instancePath: instancePath + '/spec/gateways/' + i1,
                    schemaPath: '#/properties/spec/properties/gateways/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 39 },
                    message: 'must NOT have more than 39 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
                if (data5.length < 1) {
                  const err22 = {
                    instancePath: instancePath + '/spec/gateways/' + i1,
                    schemaPath: '#/properties/spec/properties/gateways/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
                if (!formats18(data5)) {
                  const err23 = {
                    instancePath: instancePath + '/spec/gateways/' + i1,
                    schemaPath: '#/properties/spec/properties/gateways/items/format',
                    keyword: 'format',
                    params: { format: 'host-address' },
                    message: 'must match format "' + 'host-address' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
              } else {
                const err24 = {
                  instancePath: instancePath + '/spec/gateways/' + i1,
                  schemaPath: '#/properties/spec/properties/gateways/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
          } else {
            const err25 = {
              instancePath: instancePath + '/spec/gateways',
              schemaPath: '#/properties/spec/properties/gateways/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data0.excludes !== undefined) {
          const data6 = data0.excludes;
          if (Array.isArray(data6)) {
            if (data6.length > 64) {
              const err26 = {
                instancePath: instancePath + '/spec/excludes',
                schemaPath: '#/properties/spec/properties/excludes/maxItems',
                keyword: 'maxItems',
                params: { limit: 64 },
                message: 'must NOT have more than 64 items',
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            const len2 = data6.length;
            for (let i2 = 0; i2 < len2; i2++) {
              const data7 = data6[i2];
              if (typeof data7 === 'string') {
                if (data7.length > 79) {
                  const err27 = {
                    instancePath: instancePath + '/spec/excludes/' + i2,
                    schemaPath: '#/properties/spec/properties/excludes/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 79 },
                    message: 'must NOT have more than 79 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
                if (data7.length < 1) {
                  const err28 = {
                    instancePath: instancePath + '/spec/excludes/' + i2,
                    schemaPath: '#/properties/spec/properties/excludes/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
                if (!formats20(data7)) {
                  const err29 = {
                    instancePath: instancePath + '/spec/excludes/' + i2,
                    schemaPath: '#/properties/spec/properties/excludes/items/format',
                    keyword: 'format',
                    params: { format: 'address-range' },
                    message: 'must match format "' + 'address-range' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              } else {
                const err30 = {
                  instancePath: instancePath + '/spec/excludes/' + i2,
                  schemaPath: '#/properties/spec/properties/excludes/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            let i3 = data6.length;
            let j0;
            if (i3 > 1) {
              const indices0 = {};
              for (; i3--; ) {
                const item0 = data6[i3];
                if (typeof item0 !== 'string') {
                  continue;
                }
                if (typeof indices0[item0] == 'number') {
                  j0 = indices0[item0];
                  const err31 = {
                    instancePath: instancePath + '/spec/excludes',
                    schemaPath: '#/properties/spec/properties/excludes/uniqueItems',
                    keyword: 'uniqueItems',
                    params: { i: i3, j: j0 },
                    message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i3 + ' are identical)',
                  };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                  break;
                }
                indices0[item0] = i3;
              }
            }
          } else {
            const err32 = {
              instancePath: instancePath + '/spec/excludes',
              schemaPath: '#/properties/spec/properties/excludes/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data0.mtu !== undefined) {
          const data8 = data0.mtu;
          if (!(typeof data8 == 'number' && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
            const err33 = {
              instancePath: instancePath + '/spec/mtu',
              schemaPath: '#/properties/spec/properties/mtu/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          if (typeof data8 == 'number' && isFinite(data8)) {
            if (data8 > 9216 || isNaN(data8)) {
              const err34 = {
                instancePath: instancePath + '/spec/mtu',
                schemaPath: '#/properties/spec/properties/mtu/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9216 },
                message: 'must be <= 9216',
              };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data8 < 1280 || isNaN(data8)) {
              const err35 = {
                instancePath: instancePath + '/spec/mtu',
                schemaPath: '#/properties/spec/properties/mtu/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1280 },
                message: 'must be >= 1280',
              };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          }
        }
        if (data0.default !== undefined) {
          const data9 = data0.default;
          if (typeof data9 !== 'boolean') {
            const err36 = {
              instancePath: instancePath + '/spec/default',
              schemaPath: '#/properties/spec/properties/default/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
          if (true !== data9) {
            const err37 = {
              instancePath: instancePath + '/spec/default',
              schemaPath: '#/properties/spec/properties/default/const',
              keyword: 'const',
              params: { allowedValue: true },
              message: 'must be equal to constant',
            };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data0.namespaceSelector !== undefined) {
          const data10 = data0.namespaceSelector;
          if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
            if (data10.matchLabels !== undefined) {
              const data11 = data10.matchLabels;
              if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
                if (Object.keys(data11).length > 32) {
                  const err38 = {
                    instancePath: instancePath + '/spec/namespaceSelector/matchLabels',
                    schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                    message: 'must NOT have more than 32 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
                for (const key0 in data11) {
                  const data12 = data11[key0];
                  if (typeof data12 === 'string') {
                    if (data12.length > 63) {
                      const err39 = {
                        instancePath:
                          instancePath +
                          '/spec/namespaceSelector/matchLabels/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err39];
                      } else {
                        vErrors.push(err39);
                      }
                      errors++;
                    }
                    if (!pattern3.test(data12)) {
                      const err40 = {
                        instancePath:
                          instancePath +
                          '/spec/namespaceSelector/matchLabels/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                        message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err40];
                      } else {
                        vErrors.push(err40);
                      }
                      errors++;
                    }
                  } else {
                    const err41 = {
                      instancePath:
                        instancePath +
                        '/spec/namespaceSelector/matchLabels/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath:
                        '#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err41];
                    } else {
                      vErrors.push(err41);
                    }
                    errors++;
                  }
                }
              } else {
                const err42 = {
                  instancePath: instancePath + '/spec/namespaceSelector/matchLabels',
                  schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchLabels/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            if (data10.matchExpressions !== undefined) {
              const data13 = data10.matchExpressions;
              if (Array.isArray(data13)) {
                if (data13.length > 16) {
                  const err43 = {
                    instancePath: instancePath + '/spec/namespaceSelector/matchExpressions',
                    schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 16 },
                    message: 'must NOT have more than 16 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
                const len3 = data13.length;
                for (let i4 = 0; i4 < len3; i4++) {
                  const data14 = data13[i4];
                  if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
                    if (data14.key === undefined) {
                      const err44 = {
                        instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4,
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                        message: "must have required property '" + 'key' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err44];
                      } else {
                        vErrors.push(err44);
                      }
                      errors++;
                    }
                    if (data14.operator === undefined) {
                      const err45 = {
                        instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4,
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                        message: "must have required property '" + 'operator' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err45];
                      } else {
                        vErrors.push(err45);
                      }
                      errors++;
                    }
                    if (data14.key !== undefined) {
                      const data15 = data14.key;
                      if (typeof data15 === 'string') {
                        if (data15.length > 317) {
                          const err46 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                            message: 'must NOT have more than 317 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err46];
                          } else {
                            vErrors.push(err46);
                          }
                          errors++;
                        }
                        if (data15.length < 1) {
                          const err47 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err47];
                          } else {
                            vErrors.push(err47);
                          }
                          errors++;
                        }
                        if (!pattern4.test(data15)) {
                          const err48 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/pattern',
                            keyword: 'pattern',
                            params: {
                              pattern:
                                '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$',
                            },
                            message:
                              'must match pattern "' +
                              '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$' +
                              '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err48];
                          } else {
                            vErrors.push(err48);
                          }
                          errors++;
                        }
                      } else {
                        const err49 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err49];
                        } else {
                          vErrors.push(err49);
                        }
                        errors++;
                      }
                    }
                    if (data14.operator !== undefined) {
                      const data16 = data14.operator;
                      if (typeof data16 !== 'string') {
                        const err50 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err50];
                        } else {
                          vErrors.push(err50);
                        }
                        errors++;
                      }
                      if (
                        !(data16 === 'In' || data16 === 'NotIn' || data16 === 'Exists' || data16 === 'DoesNotExist')
                      ) {
                        const err51 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema12.properties.spec.properties.namespaceSelector.properties.matchExpressions.items
                                .properties.operator.enum,
                          },
                          message: 'must be equal to one of the allowed values',
                        };
                        if (vErrors === null) {
                          vErrors = [err51];
                        } else {
                          vErrors.push(err51);
                        }
                        errors++;
                      }
                    }
                    if (data14.values !== undefined) {
                      const data17 = data14.values;
                      if (Array.isArray(data17)) {
                        if (data17.length > 32) {
                          const err52 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 32 },
                            message: 'must NOT have more than 32 items',
                          };
                          if (vErrors === null) {
                            vErrors = [err52];
                          } else {
                            vErrors.push(err52);
                          }
                          errors++;
                        }
                        const len4 = data17.length;
                        for (let i5 = 0; i5 < len4; i5++) {
                          const data18 = data17[i5];
                          if (typeof data18 === 'string') {
                            if (data18.length > 63) {
                              const err53 = {
                                instancePath:
                                  instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values/' + i5,
                                schemaPath:
                                  '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                                message: 'must NOT have more than 63 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err53];
                              } else {
                                vErrors.push(err53);
                              }
                              errors++;
                            }
                            if (!pattern3.test(data18)) {
                              const err54 = {
                                instancePath:
                                  instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values/' + i5,
                                schemaPath:
                                  '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                              };
                              if (vErrors === null) {
                                vErrors = [err54];
                              } else {
                                vErrors.push(err54);
                              }
                              errors++;
                            }
                          } else {
                            const err55 = {
                              instancePath:
                                instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values/' + i5,
                              schemaPath:
                                '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err55];
                            } else {
                              vErrors.push(err55);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err56 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
                        };
                        if (vErrors === null) {
                          vErrors = [err56];
                        } else {
                          vErrors.push(err56);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err57 = {
                      instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4,
                      schemaPath:
                        '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
              } else {
                const err58 = {
                  instancePath: instancePath + '/spec/namespaceSelector/matchExpressions',
                  schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
          } else {
            const err59 = {
              instancePath: instancePath + '/spec/namespaceSelector',
              schemaPath: '#/properties/spec/properties/namespaceSelector/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
        }
        if (data0.podSelector !== undefined) {
          const data19 = data0.podSelector;
          if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
            if (data19.matchLabels !== undefined) {
              const data20 = data19.matchLabels;
              if (data20 && typeof data20 == 'object' && !Array.isArray(data20)) {
                if (Object.keys(data20).length > 32) {
                  const err60 = {
                    instancePath: instancePath + '/spec/podSelector/matchLabels',
                    schemaPath: '#/properties/spec/properties/podSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                    message: 'must NOT have more than 32 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err60];
                  } else {
                    vErrors.push(err60);
                  }
                  errors++;
                }
                for (const key1 in data20) {
                  const data21 = data20[key1];
                  if (typeof data21 === 'string') {
                    if (data21.length > 63) {
                      const err61 = {
                        instancePath:
                          instancePath +
                          '/spec/podSelector/matchLabels/' +
                          key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err61];
                      } else {
                        vErrors.push(err61);
                      }
                      errors++;
                    }
                    if (!pattern3.test(data21)) {
                      const err62 = {
                        instancePath:
                          instancePath +
                          '/spec/podSelector/matchLabels/' +
                          key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                        message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err62];
                      } else {
                        vErrors.push(err62);
                      }
                      errors++;
                    }
                  } else {
                    const err63 = {
                      instancePath:
                        instancePath + '/spec/podSelector/matchLabels/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath:
                        '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err63];
                    } else {
                      vErrors.push(err63);
                    }
                    errors++;
                  }
                }
              } else {
                const err64 = {
                  instancePath: instancePath + '/spec/podSelector/matchLabels',
                  schemaPath: '#/properties/spec/properties/podSelector/properties/matchLabels/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err64];
                } else {
                  vErrors.push(err64);
                }
                errors++;
              }
            }
            if (data19.matchExpressions !== undefined) {
              const data22 = data19.matchExpressions;
              if (Array.isArray(data22)) {
                if (data22.length > 16) {
                  const err65 = {
                    instancePath: instancePath + '/spec/podSelector/matchExpressions',
                    schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 16 },
                    message: 'must NOT have more than 16 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err65];
                  } else {
                    vErrors.push(err65);
                  }
                  errors++;
                }
                const len5 = data22.length;
                for (let i6 = 0; i6 < len5; i6++) {
                  const data23 = data22[i6];
                  if (data23 && typeof data23 == 'object' && !Array.isArray(data23)) {
                    if (data23.key === undefined) {
                      const err66 = {
                        instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6,
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                        message: "must have required property '" + 'key' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err66];
                      } else {
                        vErrors.push(err66);
                      }
                      errors++;
                    }
                    if (data23.operator === undefined) {
                      const err67 = {
                        instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6,
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                        message: "must have required property '" + 'operator' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err67];
                      } else {
                        vErrors.push(err67);
                      }
                      errors++;
                    }
                    if (data23.key !== undefined) {
                      const data24 = data23.key;
                      if (typeof data24 === 'string') {
                        if (data24.length > 317) {
                          const err68 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                            message: 'must NOT have more than 317 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err68];
                          } else {
                            vErrors.push(err68);
                          }
                          errors++;
                        }
                        if (data24.length < 1) {
                          const err69 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err69];
                          } else {
                            vErrors.push(err69);
                          }
                          errors++;
                        }
                        if (!pattern4.test(data24)) {
                          const err70 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/pattern',
                            keyword: 'pattern',
                            params: {
                              pattern:
                                '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$',
                            },
                            message:
                              'must match pattern "' +
                              '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$' +
                              '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err70];
                          } else {
                            vErrors.push(err70);
                          }
                          errors++;
                        }
                      } else {
                        const err71 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/key',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err71];
                        } else {
                          vErrors.push(err71);
                        }
                        errors++;
                      }
                    }
                    if (data23.operator !== undefined) {
                      const data25 = data23.operator;
                      if (typeof data25 !== 'string') {
                        const err72 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/operator/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err72];
                        } else {
                          vErrors.push(err72);
                        }
                        errors++;
                      }
                      if (
                        !(data25 === 'In' || data25 === 'NotIn' || data25 === 'Exists' || data25 === 'DoesNotExist')
                      ) {
                        const err73 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/operator/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema12.properties.spec.properties.podSelector.properties.matchExpressions.items
                                .properties.operator.enum,
                          },
                          message: 'must be equal to one of the allowed values',
                        };
                        if (vErrors === null) {
                          vErrors = [err73];
                        } else {
                          vErrors.push(err73);
                        }
                        errors++;
                      }
                    }
                    if (data23.values !== undefined) {
                      const data26 = data23.values;
                      if (Array.isArray(data26)) {
                        if (data26.length > 32) {
                          const err74 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 32 },
                            message: 'must NOT have more than 32 items',
                          };
                          if (vErrors === null) {
                            vErrors = [err74];
                          } else {
                            vErrors.push(err74);
                          }
                          errors++;
                        }
                        const len6 = data26.length;
                        for (let i7 = 0; i7 < len6; i7++) {
                          const data27 = data26[i7];
                          if (typeof data27 === 'string') {
                            if (data27.length > 63) {
                              const err75 = {
                                instancePath:
                                  instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values/' + i7,
                                schemaPath:
                                  '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                                message: 'must NOT have more than 63 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err75];
                              } else {
                                vErrors.push(err75);
                              }
                              errors++;
                            }
                            if (!pattern3.test(data27)) {
                              const err76 = {
                                instancePath:
                                  instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values/' + i7,
                                schemaPath:
                                  '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                              };
                              if (vErrors === null) {
                                vErrors = [err76];
                              } else {
                                vErrors.push(err76);
                              }
                              errors++;
                            }
                          } else {
                            const err77 = {
                              instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values/' + i7,
                              schemaPath:
                                '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err77];
                            } else {
                              vErrors.push(err77);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err78 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
                        };
                        if (vErrors === null) {
                          vErrors = [err78];
                        } else {
                          vErrors.push(err78);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err79 = {
                      instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6,
                      schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err79];
                    } else {
                      vErrors.push(err79);
                    }
                    errors++;
                  }
                }
              } else {
                const err80 = {
                  instancePath: instancePath + '/spec/podSelector/matchExpressions',
                  schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err80];
                } else {
                  vErrors.push(err80);
                }
                errors++;
              }
            }
          } else {
            const err81 = {
              instancePath: instancePath + '/spec/podSelector',
              schemaPath: '#/properties/spec/properties/podSelector/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err81];
            } else {
              vErrors.push(err81);
            }
            errors++;
          }
        }
        if (data0.priority !== undefined) {
          const data28 = data0.priority;
          if (!(typeof data28 == 'number' && !(data28 % 1) && !isNaN(data28) && isFinite(data28))) {
            const err82 = {
              instancePath: instancePath + '/spec/priority',
              schemaPath: '#/properties/spec/properties/priority/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err82];
            } else {
              vErrors.push(err82);
            }
            errors++;
          }
          if (typeof data28 == 'number' && isFinite(data28)) {
            if (data28 > 1000 || isNaN(data28)) {
              const err83 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1000 },
                message: 'must be <= 1000',
              };
              if (vErrors === null) {
                vErrors = [err83];
              } else {
                vErrors.push(err83);
              }
              errors++;
            }
            if (data28 < 0 || isNaN(data28)) {
              const err84 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err84];
              } else {
                vErrors.push(err84);
              }
              errors++;
            }
          }
        }
        if (data0.allowedNamespaces !== undefined) {
          const data29 = data0.allowedNamespaces;
          if (data29 && typeof data29 == 'object' && !Array.isArray(data29)) {
            if (data29.from === undefined) {
              const err85 = {
                instancePath: instancePath + '/spec/allowedNamespaces',
                schemaPath: '#/properties/spec/properties/allowedNamespaces/required',
                keyword: 'required',
                params: { missingProperty: 'from' },
                message: "must have required property '" + 'from' + "'",
              };
              if (vErrors === null) {
                vErrors = [err85];
              } else {
                vErrors.push(err85);
              }
              errors++;
            }
            if (data29.from !== undefined) {
              const data30 = data29.from;
              if (typeof data30 !== 'string') {
                const err86 = {
                  instancePath: instancePath + '/spec/allowedNamespaces/from',
                  schemaPath: '#/properties/spec/properties/allowedNamespaces/properties/from/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err86];
                } else {
                  vErrors.push(err86);
                }
                errors++;
              }
              if (!(data30 === 'Served' || data30 === 'Selector' || data30 === 'All' || data30 === 'None')) {
                const err87 = {
                  instancePath: instancePath + '/spec/allowedNamespaces/from',
                  schemaPath: '#/properties/spec/properties/allowedNamespaces/properties/from/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema12.properties.spec.properties.allowedNamespaces.properties.from.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err87];
                } else {
                  vErrors.push(err87);
                }
                errors++;
              }
            }
            if (data29.selector !== undefined) {
              const data31 = data29.selector;
              if (data31 && typeof data31 == 'object' && !Array.isArray(data31)) {
                if (data31.matchLabels !== undefined) {
                  const data32 = data31.matchLabels;
                  if (data32 && typeof data32 == 'object' && !Array.isArray(data32)) {
                    if (Object.keys(data32).length > 32) {
                      const err88 = {
                        instancePath: instancePath + '/spec/allowedNamespaces/selector/matchLabels',
                        schemaPath:
                          '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchLabels/maxProperties',
                        keyword: 'maxProperties',
                        params: { limit: 32 },
                        message: 'must NOT have more than 32 properties',
                      };
                      if (vErrors === null) {
                        vErrors = [err88];
                      } else {
                        vErrors.push(err88);
                      }
                      errors++;
                    }
                    for (const key2 in data32) {
                      const data33 = data32[key2];
                      if (typeof data33 === 'string') {
                        if (data33.length > 63) {
                          const err89 = {
                            instancePath:
                              instancePath +
                              '/spec/allowedNamespaces/selector/matchLabels/' +
                              key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath:
                              '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchLabels/additionalProperties/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 63 },
                            message: 'must NOT have more than 63 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err89];
                          } else {
                            vErrors.push(err89);
                          }
                          errors++;
                        }
                        if (!pattern3.test(data33)) {
                          const err90 = {
                            instancePath:
                              instancePath +
                              '/spec/allowedNamespaces/selector/matchLabels/' +
                              key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath:
                              '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchLabels/additionalProperties/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                            message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err90];
                          } else {
                            vErrors.push(err90);
                          }
                          errors++;
                        }
                      } else {
                        const err91 = {
                          instancePath:
                            instancePath +
                            '/spec/allowedNamespaces/selector/matchLabels/' +
                            key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                          schemaPath:
                            '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchLabels/additionalProperties/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err91];
                        } else {
                          vErrors.push(err91);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err92 = {
                      instancePath: instancePath + '/spec/allowedNamespaces/selector/matchLabels',
                      schemaPath:
                        '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchLabels/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err92];
                    } else {
                      vErrors.push(err92);
                    }
                    errors++;
                  }
                }
                if (data31.matchExpressions !== undefined) {
                  const data34 = data31.matchExpressions;
                  if (Array.isArray(data34)) {
                    if (data34.length > 16) {
                      const err93 = {
                        instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions',
                        schemaPath:
                          '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err93];
                      } else {
                        vErrors.push(err93);
                      }
                      errors++;
                    }
                    const len7 = data34.length;
                    for (let i8 = 0; i8 < len7; i8++) {
                      const data35 = data34[i8];
                      if (data35 && typeof data35 == 'object' && !Array.isArray(data35)) {
                        if (data35.key === undefined) {
                          const err94 = {
                            instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8,
                            schemaPath:
                              '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'key' },
                            message: "must have required property '" + 'key' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err94];
                          } else {
                            vErrors.push(err94);
                          }
                          errors++;
                        }
                        if (data35.operator === undefined) {
                          const err95 = {
                            instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8,
                            schemaPath:
                              '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'operator' },
                            message: "must have required property '" + 'operator' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err95];
                          } else {
                            vErrors.push(err95);
                          }
                          errors++;
                        }
                        if (data35.key !== undefined) {
                          const data36 = data35.key;
                          if (typeof data36 === 'string') {
                            if (data36.length > 317) {
                              const err96 = {
                                instancePath:
                                  instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/key/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 317 },
                                message: 'must NOT have more than 317 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err96];
                              } else {
                                vErrors.push(err96);
                              }
                              errors++;
                            }
                            if (data36.length < 1) {
                              const err97 = {
                                instancePath:
                                  instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/key/minLength',
                                keyword: 'minLength',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err97];
                              } else {
                                vErrors.push(err97);
                              }
                              errors++;
                            }
                            if (!pattern4.test(data36)) {
                              const err98 = {
                                instancePath:
                                  instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/key/pattern',
                                keyword: 'pattern',
                                params: {
                                  pattern:
                                    '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$',
                                },
                                message:
                                  'must match pattern "' +
                                  '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$' +
                                  '"',
                              };
                              if (vErrors === null) {
                                vErrors = [err98];
                              } else {
                                vErrors.push(err98);
                              }
                              errors++;
                            }
                          } else {
                            const err99 = {
                              instancePath:
                                instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/key',
                              schemaPath:
                                '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/key/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err99];
                            } else {
                              vErrors.push(err99);
                            }
                            errors++;
                          }
                        }
                        if (data35.operator !== undefined) {
                          const data37 = data35.operator;
                          if (typeof data37 !== 'string') {
                            const err100 = {
                              instancePath:
                                instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/operator',
                              schemaPath:
                                '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/operator/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err100];
                            } else {
                              vErrors.push(err100);
                            }
                            errors++;
                          }
                          if (
                            !(data37 === 'In' || data37 === 'NotIn' || data37 === 'Exists' || data37 === 'DoesNotExist')
                          ) {
                            const err101 = {
                              instancePath:
                                instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/operator',
                              schemaPath:
                                '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/operator/enum',
                              keyword: 'enum',
                              params: {
                                allowedValues:
                                  schema12.properties.spec.properties.allowedNamespaces.properties.selector.properties
                                    .matchExpressions.items.properties.operator.enum,
                              },
                              message: 'must be equal to one of the allowed values',
                            };
                            if (vErrors === null) {
                              vErrors = [err101];
                            } else {
                              vErrors.push(err101);
                            }
                            errors++;
                          }
                        }
                        if (data35.values !== undefined) {
                          const data38 = data35.values;
                          if (Array.isArray(data38)) {
                            if (data38.length > 32) {
                              const err102 = {
                                instancePath:
                                  instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/values',
                                schemaPath:
                                  '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/values/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 32 },
                                message: 'must NOT have more than 32 items',
                              };
                              if (vErrors === null) {
                                vErrors = [err102];
                              } else {
                                vErrors.push(err102);
                              }
                              errors++;
                            }
                            const len8 = data38.length;
                            for (let i9 = 0; i9 < len8; i9++) {
                              const data39 = data38[i9];
                              if (typeof data39 === 'string') {
                                if (data39.length > 63) {
                                  const err103 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/allowedNamespaces/selector/matchExpressions/' +
                                      i8 +
                                      '/values/' +
                                      i9,
                                    schemaPath:
                                      '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/values/items/maxLength',
                                    keyword: 'maxLength',
                                    params: { limit: 63 },
                                    message: 'must NOT have more than 63 characters',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err103];
                                  } else {
                                    vErrors.push(err103);
                                  }
                                  errors++;
                                }
                                if (!pattern3.test(data39)) {
                                  const err104 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/allowedNamespaces/selector/matchExpressions/' +
                                      i8 +
                                      '/values/' +
                                      i9,
                                    schemaPath:
                                      '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/values/items/pattern',
                                    keyword: 'pattern',
                                    params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                    message:
                                      'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err104];
                                  } else {
                                    vErrors.push(err104);
                                  }
                                  errors++;
                                }
                              } else {
                                const err105 = {
                                  instancePath:
                                    instancePath +
                                    '/spec/allowedNamespaces/selector/matchExpressions/' +
                                    i8 +
                                    '/values/' +
                                    i9,
                                  schemaPath:
                                    '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/values/items/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                };
                                if (vErrors === null) {
                                  vErrors = [err105];
                                } else {
                                  vErrors.push(err105);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err106 = {
                              instancePath:
                                instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/values',
                              schemaPath:
                                '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/values/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            };
                            if (vErrors === null) {
                              vErrors = [err106];
                            } else {
                              vErrors.push(err106);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err107 = {
                          instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8,
                          schemaPath:
                            '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        };
                        if (vErrors === null) {
                          vErrors = [err107];
                        } else {
                          vErrors.push(err107);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err108 = {
                      instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions',
                      schemaPath:
                        '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    };
                    if (vErrors === null) {
                      vErrors = [err108];
                    } else {
                      vErrors.push(err108);
                    }
                    errors++;
                  }
                }
              } else {
                const err109 = {
                  instancePath: instancePath + '/spec/allowedNamespaces/selector',
                  schemaPath: '#/properties/spec/properties/allowedNamespaces/properties/selector/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err109];
                } else {
                  vErrors.push(err109);
                }
                errors++;
              }
            }
          } else {
            const err110 = {
              instancePath: instancePath + '/spec/allowedNamespaces',
              schemaPath: '#/properties/spec/properties/allowedNamespaces/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err110];
            } else {
              vErrors.push(err110);
            }
            errors++;
          }
        }
        if (data0.limits !== undefined) {
          const data40 = data0.limits;
          if (data40 && typeof data40 == 'object' && !Array.isArray(data40)) {
            if (data40.addressesPerNamespace !== undefined) {
              const data41 = data40.addressesPerNamespace;
              if (!(typeof data41 == 'number' && !(data41 % 1) && !isNaN(data41) && isFinite(data41))) {
                const err111 = {
                  instancePath: instancePath + '/spec/limits/addressesPerNamespace',
                  schemaPath: '#/properties/spec/properties/limits/properties/addressesPerNamespace/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err111];
                } else {
                  vErrors.push(err111);
                }
                errors++;
              }
              if (typeof data41 == 'number' && isFinite(data41)) {
                if (data41 > 1000000 || isNaN(data41)) {
                  const err112 = {
                    instancePath: instancePath + '/spec/limits/addressesPerNamespace',
                    schemaPath: '#/properties/spec/properties/limits/properties/addressesPerNamespace/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 1000000 },
                    message: 'must be <= 1000000',
                  };
                  if (vErrors === null) {
                    vErrors = [err112];
                  } else {
                    vErrors.push(err112);
                  }
                  errors++;
                }
                if (data41 < 1 || isNaN(data41)) {
                  const err113 = {
                    instancePath: instancePath + '/spec/limits/addressesPerNamespace',
                    schemaPath: '#/properties/spec/properties/limits/properties/addressesPerNamespace/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  };
                  if (vErrors === null) {
                    vErrors = [err113];
                  } else {
                    vErrors.push(err113);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err114 = {
              instancePath: instancePath + '/spec/limits',
              schemaPath: '#/properties/spec/properties/limits/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err114];
            } else {
              vErrors.push(err114);
            }
            errors++;
          }
        }
        if (data0.isolation !== undefined) {
          const data42 = data0.isolation;
          if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
            if (data42.mode === undefined) {
              const err115 = {
                instancePath: instancePath + '/spec/isolation',
                schemaPath: '#/properties/spec/properties/isolation/required',
                keyword: 'required',
                params: { missingProperty: 'mode' },
                message: "must have required property '" + 'mode' + "'",
              };
              if (vErrors === null) {
                vErrors = [err115];
              } else {
                vErrors.push(err115);
              }
              errors++;
            }
            if (data42.mode !== undefined) {
              const data43 = data42.mode;
              if (typeof data43 !== 'string') {
                const err116 = {
                  instancePath: instancePath + '/spec/isolation/mode',
                  schemaPath: '#/properties/spec/properties/isolation/properties/mode/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err116];
                } else {
                  vErrors.push(err116);
                }
                errors++;
              }
              if (!(data43 === 'Open' || data43 === 'Private')) {
                const err117 = {
                  instancePath: instancePath + '/spec/isolation/mode',
                  schemaPath: '#/properties/spec/properties/isolation/properties/mode/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema12.properties.spec.properties.isolation.properties.mode.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err117];
                } else {
                  vErrors.push(err117);
                }
                errors++;
              }
            }
            if (data42.allowFrom !== undefined) {
              const data44 = data42.allowFrom;
              if (Array.isArray(data44)) {
                if (data44.length > 64) {
                  const err118 = {
                    instancePath: instancePath + '/spec/isolation/allowFrom',
                    schemaPath: '#/properties/spec/properties/isolation/properties/allowFrom/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 64 },
                    message: 'must NOT have more than 64 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err118];
                  } else {
                    vErrors.push(err118);
                  }
                  errors++;
                }
                const len9 = data44.length;
                for (let i10 = 0; i10 < len9; i10++) {
                  const data45 = data44[i10];
                  if (data45 && typeof data45 == 'object' && !Array.isArray(data45)) {
                    if (data45.subnet !== undefined) {
                      const data46 = data45.subnet;
                      if (typeof data46 === 'string') {
                        if (data46.length > 63) {
                          const err119 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i10 + '/subnet',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/subnet/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 63 },
                            message: 'must NOT have more than 63 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err119];
                          } else {
                            vErrors.push(err119);
                          }
                          errors++;
                        }
                        if (data46.length < 1) {
                          const err120 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i10 + '/subnet',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/subnet/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err120];
                          } else {
                            vErrors.push(err120);
                          }
                          errors++;
                        }
                        if (!pattern0.test(data46)) {
                          const err121 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i10 + '/subnet',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/subnet/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                            message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err121];
                          } else {
                            vErrors.push(err121);
                          }
                          errors++;
                        }
                      } else {
                        const err122 = {
                          instancePath: instancePath + '/spec/isolation/allowFrom/' + i10 + '/subnet',
                          schemaPath:
                            '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/subnet/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err122];
                        } else {
                          vErrors.push(err122);
                        }
                        errors++;
                      }
                    }
                    if (data45.cidr !== undefined) {
                      const data47 = data45.cidr;
                      if (typeof data47 === 'string') {
                        if (data47.length > 43) {
                          const err123 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i10 + '/cidr',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/cidr/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 43 },
                            message: 'must NOT have more than 43 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err123];
                          } else {
                            vErrors.push(err123);
                          }
                          errors++;
                        }
                        if (data47.length < 1) {
                          const err124 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i10 + '/cidr',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/cidr/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err124];
                          } else {
                            vErrors.push(err124);
                          }
                          errors++;
                        }
                        if (!formats4(data47)) {
                          const err125 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i10 + '/cidr',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/cidr/format',
                            keyword: 'format',
                            params: { format: 'canonical-cidr' },
                            message: 'must match format "' + 'canonical-cidr' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err125];
                          } else {
                            vErrors.push(err125);
                          }
                          errors++;
                        }
                      } else {
                        const err126 = {
                          instancePath: instancePath + '/spec/isolation/allowFrom/' + i10 + '/cidr',
                          schemaPath:
                            '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/cidr/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err126];
                        } else {
                          vErrors.push(err126);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err127 = {
                      instancePath: instancePath + '/spec/isolation/allowFrom/' + i10,
                      schemaPath: '#/properties/spec/properties/isolation/properties/allowFrom/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err127];
                    } else {
                      vErrors.push(err127);
                    }
                    errors++;
                  }
                }
              } else {
                const err128 = {
                  instancePath: instancePath + '/spec/isolation/allowFrom',
                  schemaPath: '#/properties/spec/properties/isolation/properties/allowFrom/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err128];
                } else {
                  vErrors.push(err128);
                }
                errors++;
              }
            }
          } else {
            const err129 = {
              instancePath: instancePath + '/spec/isolation',
              schemaPath: '#/properties/spec/properties/isolation/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err129];
            } else {
              vErrors.push(err129);
            }
            errors++;
          }
        }
        if (data0.dhcp !== undefined) {
          const data48 = data0.dhcp;
          if (data48 && typeof data48 == 'object' && !Array.isArray(data48)) {
            if (data48.mode === undefined) {
              const err130 = {
                instancePath: instancePath + '/spec/dhcp',
                schemaPath: '#/properties/spec/properties/dhcp/required',
                keyword: 'required',
                params: { missingProperty: 'mode' },
                message: "must have required property '" + 'mode' + "'",
              };
              if (vErrors === null) {
                vErrors = [err130];
              } else {
                vErrors.push(err130);
              }
              errors++;
            }
            if (data48.leaseSeconds === undefined) {
              const err131 = {
                instancePath: instancePath + '/spec/dhcp',
                schemaPath: '#/properties/spec/properties/dhcp/required',
                keyword: 'required',
                params: { missingProperty: 'leaseSeconds' },
                message: "must have required property '" + 'leaseSeconds' + "'",
              };
              if (vErrors === null) {
                vErrors = [err131];
              } else {
                vErrors.push(err131);
              }
              errors++;
            }
            if (data48.mode !== undefined) {
              const data49 = data48.mode;
              if (typeof data49 !== 'string') {
                const err132 = {
                  instancePath: instancePath + '/spec/dhcp/mode',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/mode/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err132];
                } else {
                  vErrors.push(err132);
                }
                errors++;
              }
              if (!(data49 === 'Enabled' || data49 === 'Disabled')) {
                const err133 = {
                  instancePath: instancePath + '/spec/dhcp/mode',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/mode/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema12.properties.spec.properties.dhcp.properties.mode.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err133];
                } else {
                  vErrors.push(err133);
                }
                errors++;
              }
            }
            if (data48.leaseSeconds !== undefined) {
              const data50 = data48.leaseSeconds;
              if (!(typeof data50 == 'number' && !(data50 % 1) && !isNaN(data50) && isFinite(data50))) {
                const err134 = {
                  instancePath: instancePath + '/spec/dhcp/leaseSeconds',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/leaseSeconds/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err134];
                } else {
                  vErrors.push(err134);
                }
                errors++;
              }
              if (typeof data50 == 'number' && isFinite(data50)) {
                if (data50 > 31536000 || isNaN(data50)) {
                  const err135 = {
                    instancePath: instancePath + '/spec/dhcp/leaseSeconds',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/leaseSeconds/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 31536000 },
                    message: 'must be <= 31536000',
                  };
                  if (vErrors === null) {
                    vErrors = [err135];
                  } else {
                    vErrors.push(err135);
                  }
                  errors++;
                }
                if (data50 < 60 || isNaN(data50)) {
                  const err136 = {
                    instancePath: instancePath + '/spec/dhcp/leaseSeconds',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/leaseSeconds/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 60 },
                    message: 'must be >= 60',
                  };
                  if (vErrors === null) {
                    vErrors = [err136];
                  } else {
                    vErrors.push(err136);
                  }
                  errors++;
                }
              }
            }
            if (data48.dnsServers !== undefined) {
              const data51 = data48.dnsServers;
              if (Array.isArray(data51)) {
                if (data51.length > 4) {
                  const err137 = {
                    instancePath: instancePath + '/spec/dhcp/dnsServers',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 4 },
                    message: 'must NOT have more than 4 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err137];
                  } else {
                    vErrors.push(err137);
                  }
                  errors++;
                }
                const len10 = data51.length;
                for (let i11 = 0; i11 < len10; i11++) {
                  const data52 = data51[i11];
                  if (typeof data52 === 'string') {
                    if (data52.length > 39) {
                      const err138 = {
                        instancePath: instancePath + '/spec/dhcp/dnsServers/' + i11,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 39 },
                        message: 'must NOT have more than 39 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err138];
                      } else {
                        vErrors.push(err138);
                      }
                      errors++;
                    }
                    if (data52.length < 1) {
                      const err139 = {
                        instancePath: instancePath + '/spec/dhcp/dnsServers/' + i11,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err139];
                      } else {
                        vErrors.push(err139);
                      }
                      errors++;
                    }
                    if (!formats8(data52)) {
                      const err140 = {
                        instancePath: instancePath + '/spec/dhcp/dnsServers/' + i11,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/items/format',
                        keyword: 'format',
                        params: { format: 'peer-address' },
                        message: 'must match format "' + 'peer-address' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err140];
                      } else {
                        vErrors.push(err140);
                      }
                      errors++;
                    }
                  } else {
                    const err141 = {
                      instancePath: instancePath + '/spec/dhcp/dnsServers/' + i11,
                      schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err141];
                    } else {
                      vErrors.push(err141);
                    }
                    errors++;
                  }
                }
              } else {
                const err142 = {
                  instancePath: instancePath + '/spec/dhcp/dnsServers',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err142];
                } else {
                  vErrors.push(err142);
                }
                errors++;
              }
            }
            if (data48.searchDomains !== undefined) {
              const data53 = data48.searchDomains;
              if (Array.isArray(data53)) {
                if (data53.length > 8) {
                  const err143 = {
                    instancePath: instancePath + '/spec/dhcp/searchDomains',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 8 },
                    message: 'must NOT have more than 8 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err143];
                  } else {
                    vErrors.push(err143);
                  }
                  errors++;
                }
                const len11 = data53.length;
                for (let i12 = 0; i12 < len11; i12++) {
                  const data54 = data53[i12];
                  if (typeof data54 === 'string') {
                    if (data54.length > 253) {
                      const err144 = {
                        instancePath: instancePath + '/spec/dhcp/searchDomains/' + i12,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 253 },
                        message: 'must NOT have more than 253 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err144];
                      } else {
                        vErrors.push(err144);
                      }
                      errors++;
                    }
                    if (data54.length < 1) {
                      const err145 = {
                        instancePath: instancePath + '/spec/dhcp/searchDomains/' + i12,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err145];
                      } else {
                        vErrors.push(err145);
                      }
                      errors++;
                    }
                    if (!pattern13.test(data54)) {
                      const err146 = {
                        instancePath: instancePath + '/spec/dhcp/searchDomains/' + i12,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' },
                        message:
                          'must match pattern "' +
                          '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' +
                          '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err146];
                      } else {
                        vErrors.push(err146);
                      }
                      errors++;
                    }
                  } else {
                    const err147 = {
                      instancePath: instancePath + '/spec/dhcp/searchDomains/' + i12,
                      schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err147];
                    } else {
                      vErrors.push(err147);
                    }
                    errors++;
                  }
                }
              } else {
                const err148 = {
                  instancePath: instancePath + '/spec/dhcp/searchDomains',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err148];
                } else {
                  vErrors.push(err148);
                }
                errors++;
              }
            }
            if (data48.ntpServers !== undefined) {
              const data55 = data48.ntpServers;
              if (Array.isArray(data55)) {
                if (data55.length > 4) {
                  const err149 = {
                    instancePath: instancePath + '/spec/dhcp/ntpServers',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 4 },
                    message: 'must NOT have more than 4 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err149];
                  } else {
                    vErrors.push(err149);
                  }
                  errors++;
                }
                const len12 = data55.length;
                for (let i13 = 0; i13 < len12; i13++) {
                  const data56 = data55[i13];
                  if (typeof data56 === 'string') {
                    if (data56.length > 39) {
                      const err150 = {
                        instancePath: instancePath + '/spec/dhcp/ntpServers/' + i13,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 39 },
                        message: 'must NOT have more than 39 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err150];
                      } else {
                        vErrors.push(err150);
                      }
                      errors++;
                    }
                    if (data56.length < 1) {
                      const err151 = {
                        instancePath: instancePath + '/spec/dhcp/ntpServers/' + i13,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err151];
                      } else {
                        vErrors.push(err151);
                      }
                      errors++;
                    }
                    if (!formats8(data56)) {
                      const err152 = {
                        instancePath: instancePath + '/spec/dhcp/ntpServers/' + i13,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/items/format',
                        keyword: 'format',
                        params: { format: 'peer-address' },
                        message: 'must match format "' + 'peer-address' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err152];
                      } else {
                        vErrors.push(err152);
                      }
                      errors++;
                    }
                  } else {
                    const err153 = {
                      instancePath: instancePath + '/spec/dhcp/ntpServers/' + i13,
                      schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err153];
                    } else {
                      vErrors.push(err153);
                    }
                    errors++;
                  }
                }
              } else {
                const err154 = {
                  instancePath: instancePath + '/spec/dhcp/ntpServers',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err154];
                } else {
                  vErrors.push(err154);
                }
                errors++;
              }
            }
          } else {
            const err155 = {
              instancePath: instancePath + '/spec/dhcp',
              schemaPath: '#/properties/spec/properties/dhcp/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err155];
            } else {
              vErrors.push(err155);
            }
            errors++;
          }
        }
        if (data0.routerAdvertisements !== undefined) {
          const data57 = data0.routerAdvertisements;
          if (data57 && typeof data57 == 'object' && !Array.isArray(data57)) {
            if (data57.mode === undefined) {
              const err156 = {
                instancePath: instancePath + '/spec/routerAdvertisements',
                schemaPath: '#/properties/spec/properties/routerAdvertisements/required',
                keyword: 'required',
                params: { missingProperty: 'mode' },
                message: "must have required property '" + 'mode' + "'",
              };
              if (vErrors === null) {
                vErrors = [err156];
              } else {
                vErrors.push(err156);
              }
              errors++;
            }
            if (data57.mode !== undefined) {
              const data58 = data57.mode;
              if (typeof data58 !== 'string') {
                const err157 = {
                  instancePath: instancePath + '/spec/routerAdvertisements/mode',
                  schemaPath: '#/properties/spec/properties/routerAdvertisements/properties/mode/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err157];
                } else {
                  vErrors.push(err157);
                }
                errors++;
              }
              if (!(data58 === 'Disabled' || data58 === 'Stateful' || data58 === 'Stateless')) {
                const err158 = {
                  instancePath: instancePath + '/spec/routerAdvertisements/mode',
                  schemaPath: '#/properties/spec/properties/routerAdvertisements/properties/mode/enum',
                  keyword: 'enum',
                  params: {
                    allowedValues: schema12.properties.spec.properties.routerAdvertisements.properties.mode.enum,
                  },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err158];
                } else {
                  vErrors.push(err158);
                }
                errors++;
              }
            }
            if (data57.minIntervalSeconds !== undefined) {
              const data59 = data57.minIntervalSeconds;
              if (!(typeof data59 == 'number' && !(data59 % 1) && !isNaN(data59) && isFinite(data59))) {
                const err159 = {
                  instancePath: instancePath + '/spec/routerAdvertisements/minIntervalSeconds',
                  schemaPath: '#/properties/spec/properties/routerAdvertisements/properties/minIntervalSeconds/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err159];
                } else {
                  vErrors.push(err159);
                }
                errors++;
              }
              if (typeof data59 == 'number' && isFinite(data59)) {
                if (data59 > 1350 || isNaN(data59)) {
                  const err160 = {
                    instancePath: instancePath + '/spec/routerAdvertisements/minIntervalSeconds',
                    schemaPath:
                      '#/properties/spec/properties/routerAdvertisements/properties/minIntervalSeconds/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 1350 },
                    message: 'must be <= 1350',
                  };
                  if (vErrors === null) {
                    vErrors = [err160];
                  } else {
                    vErrors.push(err160);
                  }
                  errors++;
                }
                if (data59 < 3 || isNaN(data59)) {
                  const err161 = {
                    instancePath: instancePath + '/spec/routerAdvertisements/minIntervalSeconds',
                    schemaPath:
                      '#/properties/spec/properties/routerAdvertisements/properties/minIntervalSeconds/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 3 },
                    message: 'must be >= 3',
                  };
                  if (vErrors === null) {
                    vErrors = [err161];
                  } else {
                    vErrors.push(err161);
                  }
                  errors++;
                }
              }
            }
            if (data57.maxIntervalSeconds !== undefined) {
              const data60 = data57.maxIntervalSeconds;
              if (!(typeof data60 == 'number' && !(data60 % 1) && !isNaN(data60) && isFinite(data60))) {
                const err162 = {
                  instancePath: instancePath + '/spec/routerAdvertisements/maxIntervalSeconds',
                  schemaPath: '#/properties/spec/properties/routerAdvertisements/properties/maxIntervalSeconds/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err162];
                } else {
                  vErrors.push(err162);
                }
                errors++;
              }
              if (typeof data60 == 'number' && isFinite(data60)) {
                if (data60 > 1800 || isNaN(data60)) {
                  const err163 = {
                    instancePath: instancePath + '/spec/routerAdvertisements/maxIntervalSeconds',
                    schemaPath:
                      '#/properties/spec/properties/routerAdvertisements/properties/maxIntervalSeconds/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 1800 },
                    message: 'must be <= 1800',
                  };
                  if (vErrors === null) {
                    vErrors = [err163];
                  } else {
                    vErrors.push(err163);
                  }
                  errors++;
                }
                if (data60 < 4 || isNaN(data60)) {
                  const err164 = {
                    instancePath: instancePath + '/spec/routerAdvertisements/maxIntervalSeconds',
                    schemaPath:
                      '#/properties/spec/properties/routerAdvertisements/properties/maxIntervalSeconds/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 4 },
                    message: 'must be >= 4',
                  };
                  if (vErrors === null) {
                    vErrors = [err164];
                  } else {
                    vErrors.push(err164);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err165 = {
              instancePath: instancePath + '/spec/routerAdvertisements',
              schemaPath: '#/properties/spec/properties/routerAdvertisements/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err165];
            } else {
              vErrors.push(err165);
            }
            errors++;
          }
        }
      } else {
        const err166 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err166];
        } else {
          vErrors.push(err166);
        }
        errors++;
      }
    }
  } else {
    const err167 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err167];
    } else {
      vErrors.push(err167);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}

export const validateIP = validate12;
const schema13 = {
  $id: 'IP',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
        subnet: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
        interface: { type: 'string', minLength: 1, maxLength: 15, format: 'interface-name' },
        addresses: {
          type: 'array',
          minItems: 1,
          maxItems: 2,
          items: { type: 'string', minLength: 1, maxLength: 39, format: 'host-address' },
        },
        mac: { type: 'string', minLength: 17, maxLength: 17, format: 'unicast-mac' },
        target: {
          type: 'object',
          properties: {
            kind: { type: 'string', enum: ['Pod', 'VirtualMachine'] },
            name: {
              type: 'string',
              pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
              minLength: 1,
              maxLength: 253,
            },
            uid: { type: 'string', minLength: 1, maxLength: 64 },
          },
          required: ['kind', 'name'],
        },
        reclaimPolicy: { type: 'string', enum: ['Retain', 'Delete'] },
        node: {
          type: 'string',
          pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
          minLength: 1,
          maxLength: 253,
        },
      },
      required: ['subnet', 'interface', 'reclaimPolicy'],
    },
  },
};
const formats28 = formatTests['interface-name'];
const formats32 = formatTests['unicast-mac'];

function validate12(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="IP" */
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.spec === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'spec' },
        message: "must have required property '" + 'spec' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.spec !== undefined) {
      const data0 = data.spec;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.subnet === undefined) {
          const err1 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'subnet' },
            message: "must have required property '" + 'subnet' + "'",
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0.interface === undefined) {
          const err2 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'interface' },
            message: "must have required property '" + 'interface' + "'",
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0.reclaimPolicy === undefined) {
          const err3 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'reclaimPolicy' },
            message: "must have required property '" + 'reclaimPolicy' + "'",
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data0.subnet !== undefined) {
          const data1 = data0.subnet;
          if (typeof data1 === 'string') {
            if (data1.length > 63) {
              const err4 = {
                instancePath: instancePath + '/spec/subnet',
                schemaPath: '#/properties/spec/properties/subnet/maxLength',
                keyword: 'maxLength',
                params: { limit: 63 },
                message: 'must NOT have more than 63 characters',
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (data1.length < 1) {
              const err5 = {
                instancePath: instancePath + '/spec/subnet',
                schemaPath: '#/properties/spec/properties/subnet/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 characters',
              };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (!pattern0.test(data1)) {
              const err6 = {
                instancePath: instancePath + '/spec/subnet',
                schemaPath: '#/properties/spec/properties/subnet/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = {
              instancePath: instancePath + '/spec/subnet',
              schemaPath: '#/properties/spec/properties/subnet/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data0.interface !== undefined) {
          const data2 = data0.interface;
          if (typeof data2 === 'string') {
            if (data2.length > 15) {
              const err8 = {
                instancePath: instancePath + '/spec/interface',
                schemaPath: '#/properties/spec/properties/interface/maxLength',
                keyword: 'maxLength',
                params: { limit: 15 },
                message: 'must NOT have more than 15 characters',
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data2.length < 1) {
              const err9 = {
                instancePath: instancePath + '/spec/interface',
                schemaPath: '#/properties/spec/properties/interface/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 characters',
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (!formats28(data2)) {
              const err10 = {
                instancePath: instancePath + '/spec/interface',
                schemaPath: '#/properties/spec/properties/interface/format',
                keyword: 'format',
                params: { format: 'interface-name' },
                message: 'must match format "' + 'interface-name' + '"',
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = {
              instancePath: instancePath + '/spec/interface',
              schemaPath: '#/properties/spec/properties/interface/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data0.addresses !== undefined) {
          const data3 = data0.addresses;
          if (Array.isArray(data3)) {
            if (data3.length > 2) {
              const err12 = {
                instancePath: instancePath + '/spec/addresses',
                schemaPath: '#/properties/spec/properties/addresses/maxItems',
                keyword: 'maxItems',
                params: { limit: 2 },
                message: 'must NOT have more than 2 items',
              };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data3.length < 1) {
              const err13 = {
                instancePath: instancePath + '/spec/addresses',
                schemaPath: '#/properties/spec/properties/addresses/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              const data4 = data3[i0];
              if (typeof data4 === 'string') {
                if (data4.length > 39) {
                  const err14 = {
                    instancePath: instancePath + '/spec/addresses/' + i0,
                    schemaPath: '#/properties/spec/properties/addresses/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 39 },
                    message: 'must NOT have more than 39 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
                if (data4.length < 1) {
                  const err15 = {
                    instancePath: instancePath + '/spec/addresses/' + i0,
                    schemaPath: '#/properties/spec/properties/addresses/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
                if (!formats18(data4)) {
                  const err16 = {
                    instancePath: instancePath + '/spec/addresses/' + i0,
                    schemaPath: '#/properties/spec/properties/addresses/items/format',
                    keyword: 'format',
                    params: { format: 'host-address' },
                    message: 'must match format "' + 'host-address' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              } else {
                const err17 = {
                  instancePath: instancePath + '/spec/addresses/' + i0,
                  schemaPath: '#/properties/spec/properties/addresses/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
          } else {
            const err18 = {
              instancePath: instancePath + '/spec/addresses',
              schemaPath: '#/properties/spec/properties/addresses/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data0.mac !== undefined) {
          const data5 = data0.mac;
          if (typeof data5 === 'string') {
            if (data5.length > 17) {
              const err19 = {
                instancePath: instancePath + '/spec/mac',
                schemaPath: '#/properties/spec/properties/mac/maxLength',
                keyword: 'maxLength',
                params: { limit: 17 },
                message: 'must NOT have more than 17 characters',
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data5.length < 17) {
              const err20 = {
                instancePath: instancePath + '/spec/mac',
                schemaPath: '#/properties/spec/properties/mac/minLength',
                keyword: 'minLength',
                params: { limit: 17 },
                message: 'must NOT have fewer than 17 characters',
              };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (!formats32(data5)) {
              const err21 = {
                instancePath: instancePath + '/spec/mac',
                schemaPath: '#/properties/spec/properties/mac/format',
                keyword: 'format',
                params: { format: 'unicast-mac' },
                message: 'must match format "' + 'unicast-mac' + '"',
              };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = {
              instancePath: instancePath + '/spec/mac',
              schemaPath: '#/properties/spec/properties/mac/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data0.target !== undefined) {
          const data6 = data0.target;
          if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
            if (data6.kind === undefined) {
              const err23 = {
                instancePath: instancePath + '/spec/target',
                schemaPath: '#/properties/spec/properties/target/required',
                keyword: 'required',
                params: { missingProperty: 'kind' },
                message: "must have required property '" + 'kind' + "'",
              };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data6.name === undefined) {
              const err24 = {
                instancePath: instancePath + '/spec/target',
                schemaPath: '#/properties/spec/properties/target/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                message: "must have required property '" + 'name' + "'",
              };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data6.kind !== undefined) {
              const data7 = data6.kind;
              if (typeof data7 !== 'string') {
                const err25 = {
                  instancePath: instancePath + '/spec/target/kind',
                  schemaPath: '#/properties/spec/properties/target/properties/kind/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
              if (!(data7 === 'Pod' || data7 === 'VirtualMachine')) {
                const err26 = {
                  instancePath: instancePath + '/spec/target/kind',
                  schemaPath: '#/properties/spec/properties/target/properties/kind/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema13.properties.spec.properties.target.properties.kind.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data6.name !== undefined) {
              const data8 = data6.name;
              if (typeof data8 === 'string') {
                if (data8.length > 253) {
                  const err27 = {
                    instancePath: instancePath + '/spec/target/name',
                    schemaPath: '#/properties/spec/properties/target/properties/name/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 253 },
                    message: 'must NOT have more than 253 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
                if (data8.length < 1) {
                  const err28 = {
                    instancePath: instancePath + '/spec/target/name',
                    schemaPath: '#/properties/spec/properties/target/properties/name/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
                if (!pattern13.test(data8)) {
                  const err29 = {
                    instancePath: instancePath + '/spec/target/name',
                    schemaPath: '#/properties/spec/properties/target/properties/name/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' },
                    message:
                      'must match pattern "' +
                      '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              } else {
                const err30 = {
                  instancePath: instancePath + '/spec/target/name',
                  schemaPath: '#/properties/spec/properties/target/properties/name/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data6.uid !== undefined) {
              const data9 = data6.uid;
              if (typeof data9 === 'string') {
                if (data9.length > 64) {
                  const err31 = {
                    instancePath: instancePath + '/spec/target/uid',
                    schemaPath: '#/properties/spec/properties/target/properties/uid/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 64 },
                    message: 'must NOT have more than 64 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
                if (data9.length < 1) {
                  const err32 = {
                    instancePath: instancePath + '/spec/target/uid',
                    schemaPath: '#/properties/spec/properties/target/properties/uid/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = {
                  instancePath: instancePath + '/spec/target/uid',
                  schemaPath: '#/properties/spec/properties/target/properties/uid/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
          } else {
            const err34 = {
              instancePath: instancePath + '/spec/target',
              schemaPath: '#/properties/spec/properties/target/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data0.reclaimPolicy !== undefined) {
          const data10 = data0.reclaimPolicy;
          if (typeof data10 !== 'string') {
            const err35 = {
              instancePath: instancePath + '/spec/reclaimPolicy',
              schemaPath: '#/properties/spec/properties/reclaimPolicy/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          if (!(data10 === 'Retain' || data10 === 'Delete')) {
            const err36 = {
              instancePath: instancePath + '/spec/reclaimPolicy',
              schemaPath: '#/properties/spec/properties/reclaimPolicy/enum',
              keyword: 'enum',
              params: { allowedValues: schema13.properties.spec.properties.reclaimPolicy.enum },
              message: 'must be equal to one of the allowed values',
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data0.node !== undefined) {
          const data11 = data0.node;
          if (typeof data11 === 'string') {
            if (data11.length > 253) {
              const err37 = {
                instancePath: instancePath + '/spec/node',
                schemaPath: '#/properties/spec/properties/node/maxLength',
                keyword: 'maxLength',
                params: { limit: 253 },
                message: 'must NOT have more than 253 characters',
              };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data11.length < 1) {
              const err38 = {
                instancePath: instancePath + '/spec/node',
                schemaPath: '#/properties/spec/properties/node/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 characters',
              };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
            if (!pattern13.test(data11)) {
              const err39 = {
                instancePath: instancePath + '/spec/node',
                schemaPath: '#/properties/spec/properties/node/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' },
                message:
                  'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          } else {
            const err40 = {
              instancePath: instancePath + '/spec/node',
              schemaPath: '#/properties/spec/properties/node/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
      } else {
        const err41 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
  } else {
    const err42 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err42];
    } else {
      vErrors.push(err42);
    }
    errors++;
  }
  validate12.errors = vErrors;
  return errors === 0;
}

export const validateNodeNetwork = validate13;
const schema14 = {
  $id: 'NodeNetwork',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
        tunnel: {
          type: 'object',
          properties: {
            address: { type: 'string', minLength: 1, maxLength: 39, format: 'host-address' },
            encapsulation: { type: 'string', enum: ['Geneve', 'VXLAN'] },
          },
          required: [],
        },
      },
      required: [],
    },
  },
};

function validate13(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="NodeNetwork" */
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.spec === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'spec' },
        message: "must have required property '" + 'spec' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.spec !== undefined) {
      const data0 = data.spec;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.tunnel !== undefined) {
          const data1 = data0.tunnel;
          if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
            if (data1.address !== undefined) {
              const data2 = data1.address;
              if (typeof data2 === 'string') {
                if (data2.length > 39) {
                  const err1 = {
                    instancePath: instancePath + '/spec/tunnel/address',
                    schemaPath: '#/properties/spec/properties/tunnel/properties/address/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 39 },
                    message: 'must NOT have more than 39 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err1];
                  } else {
                    vErrors.push(err1);
                  }
                  errors++;
                }
                if (data2.length < 1) {
                  const err2 = {
                    instancePath: instancePath + '/spec/tunnel/address',
                    schemaPath: '#/properties/spec/properties/tunnel/properties/address/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err2];
                  } else {
                    vErrors.push(err2);
                  }
                  errors++;
                }
                if (!formats18(data2)) {
                  const err3 = {
                    instancePath: instancePath + '/spec/tunnel/address',
                    schemaPath: '#/properties/spec/properties/tunnel/properties/address/format',
                    keyword: 'format',
                    params: { format: 'host-address' },
                    message: 'must match format "' + 'host-address' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                }
              } else {
                const err4 = {
                  instancePath: instancePath + '/spec/tunnel/address',
                  schemaPath: '#/properties/spec/properties/tunnel/properties/address/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
            }
            if (data1.encapsulation !== undefined) {
              const data3 = data1.encapsulation;
              if (typeof data3 !== 'string') {
                const err5 = {
                  instancePath: instancePath + '/spec/tunnel/encapsulation',
                  schemaPath: '#/properties/spec/properties/tunnel/properties/encapsulation/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err5];
                } else {
                  vErrors.push(err5);
                }
                errors++;
              }
              if (!(data3 === 'Geneve' || data3 === 'VXLAN')) {
                const err6 = {
                  instancePath: instancePath + '/spec/tunnel/encapsulation',
                  schemaPath: '#/properties/spec/properties/tunnel/properties/encapsulation/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema14.properties.spec.properties.tunnel.properties.encapsulation.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
          } else {
            const err7 = {
              instancePath: instancePath + '/spec/tunnel',
              schemaPath: '#/properties/spec/properties/tunnel/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}

export const validateNetworkConfig = validate14;
const schema15 = {
  $id: 'NetworkConfig',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
        encapsulation: { type: 'string', enum: ['Geneve', 'VXLAN'] },
        mtu: { type: 'integer', minimum: 1280, maximum: 9216 },
        podCidrs: {
          type: 'array',
          minItems: 1,
          maxItems: 2,
          items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-network' },
        },
        joinCidrs: {
          type: 'array',
          minItems: 1,
          maxItems: 2,
          items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-network' },
        },
        serviceCidrs: {
          type: 'array',
          minItems: 1,
          maxItems: 2,
          items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-network' },
        },
        quarantineSeconds: { type: 'integer', minimum: 0, maximum: 86400 },
        database: {
          type: 'object',
          properties: {
            northbound: {
              type: 'array',
              minItems: 1,
              maxItems: 5,
              items: { type: 'string', minLength: 1, maxLength: 253, format: 'ovsdb-endpoint' },
            },
            southbound: {
              type: 'array',
              minItems: 1,
              maxItems: 5,
              items: { type: 'string', minLength: 1, maxLength: 253, format: 'ovsdb-endpoint' },
            },
            tlsSecret: {
              type: 'string',
              pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
              minLength: 1,
              maxLength: 253,
            },
          },
          required: [],
        },
      },
      required: ['encapsulation', 'podCidrs', 'joinCidrs', 'quarantineSeconds'],
    },
  },
};
const formats42 = formatTests['ovsdb-endpoint'];

function validate14(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="NetworkConfig" */
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.spec === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'spec' },
        message: "must have required property '" + 'spec' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.spec !== undefined) {
      const data0 = data.spec;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.encapsulation === undefined) {
          const err1 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'encapsulation' },
            message: "must have required property '" + 'encapsulation' + "'",
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0.podCidrs === undefined) {
          const err2 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'podCidrs' },
            message: "must have required property '" + 'podCidrs' + "'",
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0.joinCidrs === undefined) {
          const err3 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'joinCidrs' },
            message: "must have required property '" + 'joinCidrs' + "'",
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data0.quarantineSeconds === undefined) {
          const err4 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'quarantineSeconds' },
            message: "must have required property '" + 'quarantineSeconds' + "'",
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data0.encapsulation !== undefined) {
          const data1 = data0.encapsulation;
          if (typeof data1 !== 'string') {
            const err5 = {
              instancePath: instancePath + '/spec/encapsulation',
              schemaPath: '#/properties/spec/properties/encapsulation/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          if (!(data1 === 'Geneve' || data1 === 'VXLAN')) {
            const err6 = {
              instancePath: instancePath + '/spec/encapsulation',
              schemaPath: '#/properties/spec/properties/encapsulation/enum',
              keyword: 'enum',
              params: { allowedValues: schema15.properties.spec.properties.encapsulation.enum },
              message: 'must be equal to one of the allowed values',
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data0.mtu !== undefined) {
          const data2 = data0.mtu;
          if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
            const err7 = {
              instancePath: instancePath + '/spec/mtu',
              schemaPath: '#/properties/spec/properties/mtu/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          if (typeof data2 == 'number' && isFinite(data2)) {
            if (data2 > 9216 || isNaN(data2)) {
              const err8 = {
                instancePath: instancePath + '/spec/mtu',
                schemaPath: '#/properties/spec/properties/mtu/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9216 },
                message: 'must be <= 9216',
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data2 < 1280 || isNaN(data2)) {
              const err9 = {
                instancePath: instancePath + '/spec/mtu',
                schemaPath: '#/properties/spec/properties/mtu/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1280 },
                message: 'must be >= 1280',
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          }
        }
        if (data0.podCidrs !== undefined) {
          const data3 = data0.podCidrs;
          if (Array.isArray(data3)) {
            if (data3.length > 2) {
              const err10 = {
                instancePath: instancePath + '/spec/podCidrs',
                schemaPath: '#/properties/spec/properties/podCidrs/maxItems',
                keyword: 'maxItems',
                params: { limit: 2 },
                message: 'must NOT have more than 2 items',
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            if (data3.length < 1) {
              const err11 = {
                instancePath: instancePath + '/spec/podCidrs',
                schemaPath: '#/properties/spec/properties/podCidrs/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              const data4 = data3[i0];
              if (typeof data4 === 'string') {
                if (data4.length > 43) {
                  const err12 = {
                    instancePath: instancePath + '/spec/podCidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/podCidrs/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 43 },
                    message: 'must NOT have more than 43 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
                if (data4.length < 1) {
                  const err13 = {
                    instancePath: instancePath + '/spec/podCidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/podCidrs/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
                if (!formats0(data4)) {
                  const err14 = {
                    instancePath: instancePath + '/spec/podCidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/podCidrs/items/format',
                    keyword: 'format',
                    params: { format: 'canonical-network' },
                    message: 'must match format "' + 'canonical-network' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              } else {
                const err15 = {
                  instancePath: instancePath + '/spec/podCidrs/' + i0,
                  schemaPath: '#/properties/spec/properties/podCidrs/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
          } else {
            const err16 = {
              instancePath: instancePath + '/spec/podCidrs',
              schemaPath: '#/properties/spec/properties/podCidrs/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data0.joinCidrs !== undefined) {
          const data5 = data0.joinCidrs;
          if (Array.isArray(data5)) {
            if (data5.length > 2) {
              const err17 = {
                instancePath: instancePath + '/spec/joinCidrs',
                schemaPath: '#/properties/spec/properties/joinCidrs/maxItems',
                keyword: 'maxItems',
                params: { limit: 2 },
                message: 'must NOT have more than 2 items',
              };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data5.length < 1) {
              const err18 = {
                instancePath: instancePath + '/spec/joinCidrs',
                schemaPath: '#/properties/spec/properties/joinCidrs/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            const len1 = data5.length;
            for (let i1 = 0; i1 < len1; i1++) {
              const data6 = data5[i1];
              if (typeof data6 === 'string') {
                if (data6.length > 43) {
                  const err19 = {
                    instancePath: instancePath + '/spec/joinCidrs/' + i1,
                    schemaPath: '#/properties/spec/properties/joinCidrs/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 43 },
                    message: 'must NOT have more than 43 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
                if (data6.length < 1) {
                  const err20 = {
                    instancePath: instancePath + '/spec/joinCidrs/' + i1,
                    schemaPath: '#/properties/spec/properties/joinCidrs/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
                if (!formats0(data6)) {
                  const err21 = {
                    instancePath: instancePath + '/spec/joinCidrs/' + i1,
                    schemaPath: '#/properties/spec/properties/joinCidrs/items/format',
                    keyword: 'format',
                    params: { format: 'canonical-network' },
                    message: 'must match format "' + 'canonical-network' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              } else {
                const err22 = {
                  instancePath: instancePath + '/spec/joinCidrs/' + i1,
                  schemaPath: '#/properties/spec/properties/joinCidrs/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
          } else {
            const err23 = {
              instancePath: instancePath + '/spec/joinCidrs',
              schemaPath: '#/properties/spec/properties/joinCidrs/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data0.serviceCidrs !== undefined) {
          const data7 = data0.serviceCidrs;
          if (Array.isArray(data7)) {
            if (data7.length > 2) {
              const err24 = {
                instancePath: instancePath + '/spec/serviceCidrs',
                schemaPath: '#/properties/spec/properties/serviceCidrs/maxItems',
                keyword: 'maxItems',
                params: { limit: 2 },
                message: 'must NOT have more than 2 items',
              };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data7.length < 1) {
              const err25 = {
                instancePath: instancePath + '/spec/serviceCidrs',
                schemaPath: '#/properties/spec/properties/serviceCidrs/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            const len2 = data7.length;
            for (let i2 = 0; i2 < len2; i2++) {
              const data8 = data7[i2];
              if (typeof data8 === 'string') {
                if (data8.length > 43) {
                  const err26 = {
                    instancePath: instancePath + '/spec/serviceCidrs/' + i2,
                    schemaPath: '#/properties/spec/properties/serviceCidrs/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 43 },
                    message: 'must NOT have more than 43 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
                if (data8.length < 1) {
                  const err27 = {
                    instancePath: instancePath + '/spec/serviceCidrs/' + i2,
                    schemaPath: '#/properties/spec/properties/serviceCidrs/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
                if (!formats0(data8)) {
                  const err28 = {
                    instancePath: instancePath + '/spec/serviceCidrs/' + i2,
                    schemaPath: '#/properties/spec/properties/serviceCidrs/items/format',
                    keyword: 'format',
                    params: { format: 'canonical-network' },
                    message: 'must match format "' + 'canonical-network' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
              } else {
                const err29 = {
                  instancePath: instancePath + '/spec/serviceCidrs/' + i2,
                  schemaPath: '#/properties/spec/properties/serviceCidrs/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
          } else {
            const err30 = {
              instancePath: instancePath + '/spec/serviceCidrs',
              schemaPath: '#/properties/spec/properties/serviceCidrs/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data0.quarantineSeconds !== undefined) {
          const data9 = data0.quarantineSeconds;
          if (!(typeof data9 == 'number' && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
            const err31 = {
              instancePath: instancePath + '/spec/quarantineSeconds',
              schemaPath: '#/properties/spec/properties/quarantineSeconds/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          if (typeof data9 == 'number' && isFinite(data9)) {
            if (data9 > 86400 || isNaN(data9)) {
              const err32 = {
                instancePath: instancePath + '/spec/quarantineSeconds',
                schemaPath: '#/properties/spec/properties/quarantineSeconds/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 86400 },
                message: 'must be <= 86400',
              };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data9 < 0 || isNaN(data9)) {
              const err33 = {
                instancePath: instancePath + '/spec/quarantineSeconds',
                schemaPath: '#/properties/spec/properties/quarantineSeconds/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          }
        }
        if (data0.database !== undefined) {
          const data10 = data0.database;
          if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
            if (data10.northbound !== undefined) {
              const data11 = data10.northbound;
              if (Array.isArray(data11)) {
                if (data11.length > 5) {
                  const err34 = {
                    instancePath: instancePath + '/spec/database/northbound',
                    schemaPath: '#/properties/spec/properties/database/properties/northbound/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 5 },
                    message: 'must NOT have more than 5 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
                if (data11.length < 1) {
                  const err35 = {
                    instancePath: instancePath + '/spec/database/northbound',
                    schemaPath: '#/properties/spec/properties/database/properties/northbound/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
                const len3 = data11.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  const data12 = data11[i3];
                  if (typeof data12 === 'string') {
                    if (data12.length > 253) {
                      const err36 = {
                        instancePath: instancePath + '/spec/database/northbound/' + i3,
                        schemaPath: '#/properties/spec/properties/database/properties/northbound/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 253 },
                        message: 'must NOT have more than 253 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err36];
                      } else {
                        vErrors.push(err36);
                      }
                      errors++;
                    }
                    if (data12.length < 1) {
                      const err37 = {
                        instancePath: instancePath + '/spec/database/northbound/' + i3,
                        schemaPath: '#/properties/spec/properties/database/properties/northbound/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err37];
                      } else {
                        vErrors.push(err37);
                      }
                      errors++;
                    }
                    if (!formats42(data12)) {
                      const err38 = {
                        instancePath: instancePath + '/spec/database/northbound/' + i3,
                        schemaPath: '#/properties/spec/properties/database/properties/northbound/items/format',
                        keyword: 'format',
                        params: { format: 'ovsdb-endpoint' },
                        message: 'must match format "' + 'ovsdb-endpoint' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err38];
                      } else {
                        vErrors.push(err38);
                      }
                      errors++;
                    }
                  } else {
                    const err39 = {
                      instancePath: instancePath + '/spec/database/northbound/' + i3,
                      schemaPath: '#/properties/spec/properties/database/properties/northbound/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err39];
                    } else {
                      vErrors.push(err39);
                    }
                    errors++;
                  }
                }
              } else {
                const err40 = {
                  instancePath: instancePath + '/spec/database/northbound',
                  schemaPath: '#/properties/spec/properties/database/properties/northbound/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data10.southbound !== undefined) {
              const data13 = data10.southbound;
              if (Array.isArray(data13)) {
                if (data13.length > 5) {
                  const err41 = {
                    instancePath: instancePath + '/spec/database/southbound',
                    schemaPath: '#/properties/spec/properties/database/properties/southbound/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 5 },
                    message: 'must NOT have more than 5 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
                if (data13.length < 1) {
                  const err42 = {
                    instancePath: instancePath + '/spec/database/southbound',
                    schemaPath: '#/properties/spec/properties/database/properties/southbound/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
                const len4 = data13.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  const data14 = data13[i4];
                  if (typeof data14 === 'string') {
                    if (data14.length > 253) {
                      const err43 = {
                        instancePath: instancePath + '/spec/database/southbound/' + i4,
                        schemaPath: '#/properties/spec/properties/database/properties/southbound/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 253 },
                        message: 'must NOT have more than 253 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err43];
                      } else {
                        vErrors.push(err43);
                      }
                      errors++;
                    }
                    if (data14.length < 1) {
                      const err44 = {
                        instancePath: instancePath + '/spec/database/southbound/' + i4,
                        schemaPath: '#/properties/spec/properties/database/properties/southbound/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err44];
                      } else {
                        vErrors.push(err44);
                      }
                      errors++;
                    }
                    if (!formats42(data14)) {
                      const err45 = {
                        instancePath: instancePath + '/spec/database/southbound/' + i4,
                        schemaPath: '#/properties/spec/properties/database/properties/southbound/items/format',
                        keyword: 'format',
                        params: { format: 'ovsdb-endpoint' },
                        message: 'must match format "' + 'ovsdb-endpoint' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err45];
                      } else {
                        vErrors.push(err45);
                      }
                      errors++;
                    }
                  } else {
                    const err46 = {
                      instancePath: instancePath + '/spec/database/southbound/' + i4,
                      schemaPath: '#/properties/spec/properties/database/properties/southbound/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err46];
                    } else {
                      vErrors.push(err46);
                    }
                    errors++;
                  }
                }
              } else {
                const err47 = {
                  instancePath: instancePath + '/spec/database/southbound',
                  schemaPath: '#/properties/spec/properties/database/properties/southbound/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
            if (data10.tlsSecret !== undefined) {
              const data15 = data10.tlsSecret;
              if (typeof data15 === 'string') {
                if (data15.length > 253) {
                  const err48 = {
                    instancePath: instancePath + '/spec/database/tlsSecret',
                    schemaPath: '#/properties/spec/properties/database/properties/tlsSecret/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 253 },
                    message: 'must NOT have more than 253 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
                if (data15.length < 1) {
                  const err49 = {
                    instancePath: instancePath + '/spec/database/tlsSecret',
                    schemaPath: '#/properties/spec/properties/database/properties/tlsSecret/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err49];
                  } else {
                    vErrors.push(err49);
                  }
                  errors++;
                }
                if (!pattern13.test(data15)) {
                  const err50 = {
                    instancePath: instancePath + '/spec/database/tlsSecret',
                    schemaPath: '#/properties/spec/properties/database/properties/tlsSecret/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' },
                    message:
                      'must match pattern "' +
                      '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
              } else {
                const err51 = {
                  instancePath: instancePath + '/spec/database/tlsSecret',
                  schemaPath: '#/properties/spec/properties/database/properties/tlsSecret/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err51];
                } else {
                  vErrors.push(err51);
                }
                errors++;
              }
            }
          } else {
            const err52 = {
              instancePath: instancePath + '/spec/database',
              schemaPath: '#/properties/spec/properties/database/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
      } else {
        const err53 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
  } else {
    const err54 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err54];
    } else {
      vErrors.push(err54);
    }
    errors++;
  }
  validate14.errors = vErrors;
  return errors === 0;
}
