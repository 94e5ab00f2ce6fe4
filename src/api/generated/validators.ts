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
        type: { type: 'string', enum: ['Overlay', 'External'] },
        vpc: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
        physical: {
          type: 'object',
          properties: {
            providerNetwork: {
              type: 'string',
              pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
              minLength: 1,
              maxLength: 63,
            },
            vlan: { type: 'integer', minimum: 1, maximum: 4094 },
          },
          required: ['providerNetwork'],
        },
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
        retain: { type: 'string', enum: ['Never', 'StatefulSets'] },
        limits: {
          type: 'object',
          properties: { addressesPerNamespace: { type: 'integer', minimum: 1, maximum: 1000000 } },
          required: [],
        },
        qos: {
          type: 'object',
          properties: {
            ingress: {
              type: 'object',
              properties: {
                rate: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
                burst: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
              },
              required: ['rate'],
            },
            egress: {
              type: 'object',
              properties: {
                rate: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
                burst: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
              },
              required: ['rate'],
            },
            marking: { type: 'string', enum: ['Allowed', 'Denied'] },
          },
          required: ['marking'],
        },
        egress: {
          type: 'object',
          properties: {
            mode: { type: 'string', enum: ['Auto', 'Distributed', 'Centralized', 'None'] },
            gateways: {
              type: 'array',
              minItems: 1,
              maxItems: 4,
              uniqueItems: true,
              items: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
            },
            snat: { type: 'string', enum: ['Enabled', 'Disabled'] },
            snatAddresses: {
              type: 'array',
              minItems: 1,
              maxItems: 2,
              items: { type: 'string', minLength: 1, maxLength: 39, format: 'host-address' },
            },
            snatExceptions: {
              type: 'array',
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
              items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-cidr' },
            },
          },
          required: ['mode', 'snat'],
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
      required: [
        'cidrs',
        'type',
        'priority',
        'allowedNamespaces',
        'retain',
        'qos',
        'egress',
        'isolation',
        'dhcp',
        'routerAdvertisements',
      ],
    },
  },
};
const pattern4 = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/u;
const pattern5 = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/u;
const pattern15 = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/u;
const formats18 = formatTests['host-address'];
const formats20 = formatTests['address-range'];
const formats22 = formatTests.rate;

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
        if (data0.cidrs === undefined) {
          const err1 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'cidrs' },
            message: "must have required property '" + 'cidrs' + "'",
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0.type === undefined) {
          const err2 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'type' },
            message: "must have required property '" + 'type' + "'",
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
        if (data0.retain === undefined) {
          const err5 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'retain' },
            message: "must have required property '" + 'retain' + "'",
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data0.qos === undefined) {
          const err6 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'qos' },
            message: "must have required property '" + 'qos' + "'",
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0.egress === undefined) {
          const err7 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'egress' },
            message: "must have required property '" + 'egress' + "'",
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data0.isolation === undefined) {
          const err8 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'isolation' },
            message: "must have required property '" + 'isolation' + "'",
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data0.dhcp === undefined) {
          const err9 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'dhcp' },
            message: "must have required property '" + 'dhcp' + "'",
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data0.routerAdvertisements === undefined) {
          const err10 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'routerAdvertisements' },
            message: "must have required property '" + 'routerAdvertisements' + "'",
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data0.type !== undefined) {
          const data1 = data0.type;
          if (typeof data1 !== 'string') {
            const err11 = {
              instancePath: instancePath + '/spec/type',
              schemaPath: '#/properties/spec/properties/type/type',
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
          if (!(data1 === 'Overlay' || data1 === 'External')) {
            const err12 = {
              instancePath: instancePath + '/spec/type',
              schemaPath: '#/properties/spec/properties/type/enum',
              keyword: 'enum',
              params: { allowedValues: schema12.properties.spec.properties.type.enum },
              message: 'must be equal to one of the allowed values',
            };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data0.vpc !== undefined) {
          const data2 = data0.vpc;
          if (typeof data2 === 'string') {
            if (data2.length > 63) {
              const err13 = {
                instancePath: instancePath + '/spec/vpc',
                schemaPath: '#/properties/spec/properties/vpc/maxLength',
                keyword: 'maxLength',
                params: { limit: 63 },
                message: 'must NOT have more than 63 characters',
              };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (data2.length < 1) {
              const err14 = {
                instancePath: instancePath + '/spec/vpc',
                schemaPath: '#/properties/spec/properties/vpc/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 characters',
              };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            if (!pattern0.test(data2)) {
              const err15 = {
                instancePath: instancePath + '/spec/vpc',
                schemaPath: '#/properties/spec/properties/vpc/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = {
              instancePath: instancePath + '/spec/vpc',
              schemaPath: '#/properties/spec/properties/vpc/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data0.physical !== undefined) {
          const data3 = data0.physical;
          if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
            if (data3.providerNetwork === undefined) {
              const err17 = {
                instancePath: instancePath + '/spec/physical',
                schemaPath: '#/properties/spec/properties/physical/required',
                keyword: 'required',
                params: { missingProperty: 'providerNetwork' },
                message: "must have required property '" + 'providerNetwork' + "'",
              };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data3.providerNetwork !== undefined) {
              const data4 = data3.providerNetwork;
              if (typeof data4 === 'string') {
                if (data4.length > 63) {
                  const err18 = {
                    instancePath: instancePath + '/spec/physical/providerNetwork',
                    schemaPath: '#/properties/spec/properties/physical/properties/providerNetwork/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 63 },
                    message: 'must NOT have more than 63 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
                if (data4.length < 1) {
                  const err19 = {
                    instancePath: instancePath + '/spec/physical/providerNetwork',
                    schemaPath: '#/properties/spec/properties/physical/properties/providerNetwork/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
                if (!pattern0.test(data4)) {
                  const err20 = {
                    instancePath: instancePath + '/spec/physical/providerNetwork',
                    schemaPath: '#/properties/spec/properties/physical/properties/providerNetwork/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                    message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
              } else {
                const err21 = {
                  instancePath: instancePath + '/spec/physical/providerNetwork',
                  schemaPath: '#/properties/spec/properties/physical/properties/providerNetwork/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data3.vlan !== undefined) {
              const data5 = data3.vlan;
              if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
                const err22 = {
                  instancePath: instancePath + '/spec/physical/vlan',
                  schemaPath: '#/properties/spec/properties/physical/properties/vlan/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
              if (typeof data5 == 'number' && isFinite(data5)) {
                if (data5 > 4094 || isNaN(data5)) {
                  const err23 = {
                    instancePath: instancePath + '/spec/physical/vlan',
                    schemaPath: '#/properties/spec/properties/physical/properties/vlan/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 4094 },
                    message: 'must be <= 4094',
                  };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
                if (data5 < 1 || isNaN(data5)) {
                  const err24 = {
                    instancePath: instancePath + '/spec/physical/vlan',
                    schemaPath: '#/properties/spec/properties/physical/properties/vlan/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err25 = {
              instancePath: instancePath + '/spec/physical',
              schemaPath: '#/properties/spec/properties/physical/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data0.cidrs !== undefined) {
          const data6 = data0.cidrs;
          if (Array.isArray(data6)) {
            if (data6.length > 2) {
              const err26 = {
                instancePath: instancePath + '/spec/cidrs',
                schemaPath: '#/properties/spec/properties/cidrs/maxItems',
                keyword: 'maxItems',
                params: { limit: 2 },
                message: 'must NOT have more than 2 items',
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data6.length < 1) {
              const err27 = {
                instancePath: instancePath + '/spec/cidrs',
                schemaPath: '#/properties/spec/properties/cidrs/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            const len0 = data6.length;
            for (let i0 = 0; i0 < len0; i0++) {
              const data7 = data6[i0];
              if (typeof data7 === 'string') {
                if (data7.length > 43) {
                  const err28 = {
                    instancePath: instancePath + '/spec/cidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/cidrs/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 43 },
                    message: 'must NOT have more than 43 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
                if (data7.length < 1) {
                  const err29 = {
                    instancePath: instancePath + '/spec/cidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/cidrs/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
                if (!formats0(data7)) {
                  const err30 = {
                    instancePath: instancePath + '/spec/cidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/cidrs/items/format',
                    keyword: 'format',
                    params: { format: 'canonical-network' },
                    message: 'must match format "' + 'canonical-network' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
              } else {
                const err31 = {
                  instancePath: instancePath + '/spec/cidrs/' + i0,
                  schemaPath: '#/properties/spec/properties/cidrs/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
          } else {
            const err32 = {
              instancePath: instancePath + '/spec/cidrs',
              schemaPath: '#/properties/spec/properties/cidrs/type',
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
        if (data0.gateways !== undefined) {
          const data8 = data0.gateways;
          if (Array.isArray(data8)) {
            if (data8.length > 2) {
              const err33 = {
                instancePath: instancePath + '/spec/gateways',
                schemaPath: '#/properties/spec/properties/gateways/maxItems',
                keyword: 'maxItems',
                params: { limit: 2 },
                message: 'must NOT have more than 2 items',
              };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            if (data8.length < 1) {
              const err34 = {
                instancePath: instancePath + '/spec/gateways',
                schemaPath: '#/properties/spec/properties/gateways/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            const len1 = data8.length;
            for (let i1 = 0; i1 < len1; i1++) {
              const data9 = data8[i1];
              if (typeof data9 === 'string') {
                if (data9.length > 39) {
                  const err35 = {
                    instancePath: instancePath + '/spec/gateways/' + i1,
                    schemaPath: '#/properties/spec/properties/gateways/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 39 },
                    message: 'must NOT have more than 39 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
                if (data9.length < 1) {
                  const err36 = {
                    instancePath: instancePath + '/spec/gateways/' + i1,
                    schemaPath: '#/properties/spec/properties/gateways/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err36];
                  } else {
                    vErrors.push(err36);
                  }
                  errors++;
                }
                if (!formats18(data9)) {
                  const err37 = {
                    instancePath: instancePath + '/spec/gateways/' + i1,
                    schemaPath: '#/properties/spec/properties/gateways/items/format',
                    keyword: 'format',
                    params: { format: 'host-address' },
                    message: 'must match format "' + 'host-address' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
              } else {
                const err38 = {
                  instancePath: instancePath + '/spec/gateways/' + i1,
                  schemaPath: '#/properties/spec/properties/gateways/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
          } else {
            const err39 = {
              instancePath: instancePath + '/spec/gateways',
              schemaPath: '#/properties/spec/properties/gateways/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data0.excludes !== undefined) {
          const data10 = data0.excludes;
          if (Array.isArray(data10)) {
            if (data10.length > 64) {
              const err40 = {
                instancePath: instancePath + '/spec/excludes',
                schemaPath: '#/properties/spec/properties/excludes/maxItems',
                keyword: 'maxItems',
                params: { limit: 64 },
                message: 'must NOT have more than 64 items',
              };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
            const len2 = data10.length;
            for (let i2 = 0; i2 < len2; i2++) {
              const data11 = data10[i2];
              if (typeof data11 === 'string') {
                if (data11.length > 79) {
                  const err41 = {
                    instancePath: instancePath + '/spec/excludes/' + i2,
                    schemaPath: '#/properties/spec/properties/excludes/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 79 },
                    message: 'must NOT have more than 79 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
                if (data11.length < 1) {
                  const err42 = {
                    instancePath: instancePath + '/spec/excludes/' + i2,
                    schemaPath: '#/properties/spec/properties/excludes/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
                if (!formats20(data11)) {
                  const err43 = {
                    instancePath: instancePath + '/spec/excludes/' + i2,
                    schemaPath: '#/properties/spec/properties/excludes/items/format',
                    keyword: 'format',
                    params: { format: 'address-range' },
                    message: 'must match format "' + 'address-range' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
              } else {
                const err44 = {
                  instancePath: instancePath + '/spec/excludes/' + i2,
                  schemaPath: '#/properties/spec/properties/excludes/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
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
                  const err45 = {
                    instancePath: instancePath + '/spec/excludes',
                    schemaPath: '#/properties/spec/properties/excludes/uniqueItems',
                    keyword: 'uniqueItems',
                    params: { i: i3, j: j0 },
                    message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i3 + ' are identical)',
                  };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                  break;
                }
                indices0[item0] = i3;
              }
            }
          } else {
            const err46 = {
              instancePath: instancePath + '/spec/excludes',
              schemaPath: '#/properties/spec/properties/excludes/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
        if (data0.mtu !== undefined) {
          const data12 = data0.mtu;
          if (!(typeof data12 == 'number' && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
            const err47 = {
              instancePath: instancePath + '/spec/mtu',
              schemaPath: '#/properties/spec/properties/mtu/type',
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
          if (typeof data12 == 'number' && isFinite(data12)) {
            if (data12 > 9216 || isNaN(data12)) {
              const err48 = {
                instancePath: instancePath + '/spec/mtu',
                schemaPath: '#/properties/spec/properties/mtu/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9216 },
                message: 'must be <= 9216',
              };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            if (data12 < 1280 || isNaN(data12)) {
              const err49 = {
                instancePath: instancePath + '/spec/mtu',
                schemaPath: '#/properties/spec/properties/mtu/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1280 },
                message: 'must be >= 1280',
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
        if (data0.default !== undefined) {
          const data13 = data0.default;
          if (typeof data13 !== 'boolean') {
            const err50 = {
              instancePath: instancePath + '/spec/default',
              schemaPath: '#/properties/spec/properties/default/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
            };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
          if (true !== data13) {
            const err51 = {
              instancePath: instancePath + '/spec/default',
              schemaPath: '#/properties/spec/properties/default/const',
              keyword: 'const',
              params: { allowedValue: true },
              message: 'must be equal to constant',
            };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
        if (data0.namespaceSelector !== undefined) {
          const data14 = data0.namespaceSelector;
          if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
            if (data14.matchLabels !== undefined) {
              const data15 = data14.matchLabels;
              if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
                if (Object.keys(data15).length > 32) {
                  const err52 = {
                    instancePath: instancePath + '/spec/namespaceSelector/matchLabels',
                    schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                    message: 'must NOT have more than 32 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
                for (const key0 in data15) {
                  const data16 = data15[key0];
                  if (typeof data16 === 'string') {
                    if (data16.length > 63) {
                      const err53 = {
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
                        vErrors = [err53];
                      } else {
                        vErrors.push(err53);
                      }
                      errors++;
                    }
                    if (!pattern4.test(data16)) {
                      const err54 = {
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
                        vErrors = [err54];
                      } else {
                        vErrors.push(err54);
                      }
                      errors++;
                    }
                  } else {
                    const err55 = {
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
                      vErrors = [err55];
                    } else {
                      vErrors.push(err55);
                    }
                    errors++;
                  }
                }
              } else {
                const err56 = {
                  instancePath: instancePath + '/spec/namespaceSelector/matchLabels',
                  schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchLabels/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (data14.matchExpressions !== undefined) {
              const data17 = data14.matchExpressions;
              if (Array.isArray(data17)) {
                if (data17.length > 16) {
                  const err57 = {
                    instancePath: instancePath + '/spec/namespaceSelector/matchExpressions',
                    schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 16 },
                    message: 'must NOT have more than 16 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
                const len3 = data17.length;
                for (let i4 = 0; i4 < len3; i4++) {
                  const data18 = data17[i4];
                  if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
                    if (data18.key === undefined) {
                      const err58 = {
                        instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4,
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                        message: "must have required property '" + 'key' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err58];
                      } else {
                        vErrors.push(err58);
                      }
                      errors++;
                    }
                    if (data18.operator === undefined) {
                      const err59 = {
                        instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4,
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                        message: "must have required property '" + 'operator' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err59];
                      } else {
                        vErrors.push(err59);
                      }
                      errors++;
                    }
                    if (data18.key !== undefined) {
                      const data19 = data18.key;
                      if (typeof data19 === 'string') {
                        if (data19.length > 317) {
                          const err60 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                            message: 'must NOT have more than 317 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err60];
                          } else {
                            vErrors.push(err60);
                          }
                          errors++;
                        }
                        if (data19.length < 1) {
                          const err61 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/minLength',
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
                        if (!pattern5.test(data19)) {
                          const err62 = {
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
                            vErrors = [err62];
                          } else {
                            vErrors.push(err62);
                          }
                          errors++;
                        }
                      } else {
                        const err63 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/type',
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
                    if (data18.operator !== undefined) {
                      const data20 = data18.operator;
                      if (typeof data20 !== 'string') {
                        const err64 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err64];
                        } else {
                          vErrors.push(err64);
                        }
                        errors++;
                      }
                      if (
                        !(data20 === 'In' || data20 === 'NotIn' || data20 === 'Exists' || data20 === 'DoesNotExist')
                      ) {
                        const err65 = {
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
                          vErrors = [err65];
                        } else {
                          vErrors.push(err65);
                        }
                        errors++;
                      }
                    }
                    if (data18.values !== undefined) {
                      const data21 = data18.values;
                      if (Array.isArray(data21)) {
                        if (data21.length > 32) {
                          const err66 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 32 },
                            message: 'must NOT have more than 32 items',
                          };
                          if (vErrors === null) {
                            vErrors = [err66];
                          } else {
                            vErrors.push(err66);
                          }
                          errors++;
                        }
                        const len4 = data21.length;
                        for (let i5 = 0; i5 < len4; i5++) {
                          const data22 = data21[i5];
                          if (typeof data22 === 'string') {
                            if (data22.length > 63) {
                              const err67 = {
                                instancePath:
                                  instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values/' + i5,
                                schemaPath:
                                  '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                                message: 'must NOT have more than 63 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err67];
                              } else {
                                vErrors.push(err67);
                              }
                              errors++;
                            }
                            if (!pattern4.test(data22)) {
                              const err68 = {
                                instancePath:
                                  instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values/' + i5,
                                schemaPath:
                                  '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                              };
                              if (vErrors === null) {
                                vErrors = [err68];
                              } else {
                                vErrors.push(err68);
                              }
                              errors++;
                            }
                          } else {
                            const err69 = {
                              instancePath:
                                instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values/' + i5,
                              schemaPath:
                                '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/type',
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
                        }
                      } else {
                        const err70 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
                        };
                        if (vErrors === null) {
                          vErrors = [err70];
                        } else {
                          vErrors.push(err70);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err71 = {
                      instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4,
                      schemaPath:
                        '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err71];
                    } else {
                      vErrors.push(err71);
                    }
                    errors++;
                  }
                }
              } else {
                const err72 = {
                  instancePath: instancePath + '/spec/namespaceSelector/matchExpressions',
                  schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err72];
                } else {
                  vErrors.push(err72);
                }
                errors++;
              }
            }
          } else {
            const err73 = {
              instancePath: instancePath + '/spec/namespaceSelector',
              schemaPath: '#/properties/spec/properties/namespaceSelector/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err73];
            } else {
              vErrors.push(err73);
            }
            errors++;
          }
        }
        if (data0.podSelector !== undefined) {
          const data23 = data0.podSelector;
          if (data23 && typeof data23 == 'object' && !Array.isArray(data23)) {
            if (data23.matchLabels !== undefined) {
              const data24 = data23.matchLabels;
              if (data24 && typeof data24 == 'object' && !Array.isArray(data24)) {
                if (Object.keys(data24).length > 32) {
                  const err74 = {
                    instancePath: instancePath + '/spec/podSelector/matchLabels',
                    schemaPath: '#/properties/spec/properties/podSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                    message: 'must NOT have more than 32 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err74];
                  } else {
                    vErrors.push(err74);
                  }
                  errors++;
                }
                for (const key1 in data24) {
                  const data25 = data24[key1];
                  if (typeof data25 === 'string') {
                    if (data25.length > 63) {
                      const err75 = {
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
                        vErrors = [err75];
                      } else {
                        vErrors.push(err75);
                      }
                      errors++;
                    }
                    if (!pattern4.test(data25)) {
                      const err76 = {
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
                        vErrors = [err76];
                      } else {
                        vErrors.push(err76);
                      }
                      errors++;
                    }
                  } else {
                    const err77 = {
                      instancePath:
                        instancePath + '/spec/podSelector/matchLabels/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath:
                        '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/type',
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
                  instancePath: instancePath + '/spec/podSelector/matchLabels',
                  schemaPath: '#/properties/spec/properties/podSelector/properties/matchLabels/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err78];
                } else {
                  vErrors.push(err78);
                }
                errors++;
              }
            }
            if (data23.matchExpressions !== undefined) {
              const data26 = data23.matchExpressions;
              if (Array.isArray(data26)) {
                if (data26.length > 16) {
                  const err79 = {
                    instancePath: instancePath + '/spec/podSelector/matchExpressions',
                    schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 16 },
                    message: 'must NOT have more than 16 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err79];
                  } else {
                    vErrors.push(err79);
                  }
                  errors++;
                }
                const len5 = data26.length;
                for (let i6 = 0; i6 < len5; i6++) {
                  const data27 = data26[i6];
                  if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
                    if (data27.key === undefined) {
                      const err80 = {
                        instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6,
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                        message: "must have required property '" + 'key' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err80];
                      } else {
                        vErrors.push(err80);
                      }
                      errors++;
                    }
                    if (data27.operator === undefined) {
                      const err81 = {
                        instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6,
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                        message: "must have required property '" + 'operator' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err81];
                      } else {
                        vErrors.push(err81);
                      }
                      errors++;
                    }
                    if (data27.key !== undefined) {
                      const data28 = data27.key;
                      if (typeof data28 === 'string') {
                        if (data28.length > 317) {
                          const err82 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                            message: 'must NOT have more than 317 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err82];
                          } else {
                            vErrors.push(err82);
                          }
                          errors++;
                        }
                        if (data28.length < 1) {
                          const err83 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err83];
                          } else {
                            vErrors.push(err83);
                          }
                          errors++;
                        }
                        if (!pattern5.test(data28)) {
                          const err84 = {
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
                            vErrors = [err84];
                          } else {
                            vErrors.push(err84);
                          }
                          errors++;
                        }
                      } else {
                        const err85 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/key',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err85];
                        } else {
                          vErrors.push(err85);
                        }
                        errors++;
                      }
                    }
                    if (data27.operator !== undefined) {
                      const data29 = data27.operator;
                      if (typeof data29 !== 'string') {
                        const err86 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/operator/type',
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
                      if (
                        !(data29 === 'In' || data29 === 'NotIn' || data29 === 'Exists' || data29 === 'DoesNotExist')
                      ) {
                        const err87 = {
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
                          vErrors = [err87];
                        } else {
                          vErrors.push(err87);
                        }
                        errors++;
                      }
                    }
                    if (data27.values !== undefined) {
                      const data30 = data27.values;
                      if (Array.isArray(data30)) {
                        if (data30.length > 32) {
                          const err88 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 32 },
                            message: 'must NOT have more than 32 items',
                          };
                          if (vErrors === null) {
                            vErrors = [err88];
                          } else {
                            vErrors.push(err88);
                          }
                          errors++;
                        }
                        const len6 = data30.length;
                        for (let i7 = 0; i7 < len6; i7++) {
                          const data31 = data30[i7];
                          if (typeof data31 === 'string') {
                            if (data31.length > 63) {
                              const err89 = {
                                instancePath:
                                  instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values/' + i7,
                                schemaPath:
                                  '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength',
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
                            if (!pattern4.test(data31)) {
                              const err90 = {
                                instancePath:
                                  instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values/' + i7,
                                schemaPath:
                                  '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/pattern',
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
                              instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values/' + i7,
                              schemaPath:
                                '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/type',
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
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6 + '/values',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
                        };
                        if (vErrors === null) {
                          vErrors = [err92];
                        } else {
                          vErrors.push(err92);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err93 = {
                      instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i6,
                      schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err93];
                    } else {
                      vErrors.push(err93);
                    }
                    errors++;
                  }
                }
              } else {
                const err94 = {
                  instancePath: instancePath + '/spec/podSelector/matchExpressions',
                  schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err94];
                } else {
                  vErrors.push(err94);
                }
                errors++;
              }
            }
          } else {
            const err95 = {
              instancePath: instancePath + '/spec/podSelector',
              schemaPath: '#/properties/spec/properties/podSelector/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err95];
            } else {
              vErrors.push(err95);
            }
            errors++;
          }
        }
        if (data0.priority !== undefined) {
          const data32 = data0.priority;
          if (!(typeof data32 == 'number' && !(data32 % 1) && !isNaN(data32) && isFinite(data32))) {
            const err96 = {
              instancePath: instancePath + '/spec/priority',
              schemaPath: '#/properties/spec/properties/priority/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err96];
            } else {
              vErrors.push(err96);
            }
            errors++;
          }
          if (typeof data32 == 'number' && isFinite(data32)) {
            if (data32 > 1000 || isNaN(data32)) {
              const err97 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1000 },
                message: 'must be <= 1000',
              };
              if (vErrors === null) {
                vErrors = [err97];
              } else {
                vErrors.push(err97);
              }
              errors++;
            }
            if (data32 < 0 || isNaN(data32)) {
              const err98 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err98];
              } else {
                vErrors.push(err98);
              }
              errors++;
            }
          }
        }
        if (data0.allowedNamespaces !== undefined) {
          const data33 = data0.allowedNamespaces;
          if (data33 && typeof data33 == 'object' && !Array.isArray(data33)) {
            if (data33.from === undefined) {
              const err99 = {
                instancePath: instancePath + '/spec/allowedNamespaces',
                schemaPath: '#/properties/spec/properties/allowedNamespaces/required',
                keyword: 'required',
                params: { missingProperty: 'from' },
                message: "must have required property '" + 'from' + "'",
              };
              if (vErrors === null) {
                vErrors = [err99];
              } else {
                vErrors.push(err99);
              }
              errors++;
            }
            if (data33.from !== undefined) {
              const data34 = data33.from;
              if (typeof data34 !== 'string') {
                const err100 = {
                  instancePath: instancePath + '/spec/allowedNamespaces/from',
                  schemaPath: '#/properties/spec/properties/allowedNamespaces/properties/from/type',
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
              if (!(data34 === 'Served' || data34 === 'Selector' || data34 === 'All' || data34 === 'None')) {
                const err101 = {
                  instancePath: instancePath + '/spec/allowedNamespaces/from',
                  schemaPath: '#/properties/spec/properties/allowedNamespaces/properties/from/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema12.properties.spec.properties.allowedNamespaces.properties.from.enum },
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
            if (data33.selector !== undefined) {
              const data35 = data33.selector;
              if (data35 && typeof data35 == 'object' && !Array.isArray(data35)) {
                if (data35.matchLabels !== undefined) {
                  const data36 = data35.matchLabels;
                  if (data36 && typeof data36 == 'object' && !Array.isArray(data36)) {
                    if (Object.keys(data36).length > 32) {
                      const err102 = {
                        instancePath: instancePath + '/spec/allowedNamespaces/selector/matchLabels',
                        schemaPath:
                          '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchLabels/maxProperties',
                        keyword: 'maxProperties',
                        params: { limit: 32 },
                        message: 'must NOT have more than 32 properties',
                      };
                      if (vErrors === null) {
                        vErrors = [err102];
                      } else {
                        vErrors.push(err102);
                      }
                      errors++;
                    }
                    for (const key2 in data36) {
                      const data37 = data36[key2];
                      if (typeof data37 === 'string') {
                        if (data37.length > 63) {
                          const err103 = {
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
                            vErrors = [err103];
                          } else {
                            vErrors.push(err103);
                          }
                          errors++;
                        }
                        if (!pattern4.test(data37)) {
                          const err104 = {
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
                            '/spec/allowedNamespaces/selector/matchLabels/' +
                            key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                          schemaPath:
                            '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchLabels/additionalProperties/type',
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
                      instancePath: instancePath + '/spec/allowedNamespaces/selector/matchLabels',
                      schemaPath:
                        '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchLabels/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err106];
                    } else {
                      vErrors.push(err106);
                    }
                    errors++;
                  }
                }
                if (data35.matchExpressions !== undefined) {
                  const data38 = data35.matchExpressions;
                  if (Array.isArray(data38)) {
                    if (data38.length > 16) {
                      const err107 = {
                        instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions',
                        schemaPath:
                          '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err107];
                      } else {
                        vErrors.push(err107);
                      }
                      errors++;
                    }
                    const len7 = data38.length;
                    for (let i8 = 0; i8 < len7; i8++) {
                      const data39 = data38[i8];
                      if (data39 && typeof data39 == 'object' && !Array.isArray(data39)) {
                        if (data39.key === undefined) {
                          const err108 = {
                            instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8,
                            schemaPath:
                              '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'key' },
                            message: "must have required property '" + 'key' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err108];
                          } else {
                            vErrors.push(err108);
                          }
                          errors++;
                        }
                        if (data39.operator === undefined) {
                          const err109 = {
                            instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8,
                            schemaPath:
                              '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'operator' },
                            message: "must have required property '" + 'operator' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err109];
                          } else {
                            vErrors.push(err109);
                          }
                          errors++;
                        }
                        if (data39.key !== undefined) {
                          const data40 = data39.key;
                          if (typeof data40 === 'string') {
                            if (data40.length > 317) {
                              const err110 = {
                                instancePath:
                                  instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/key/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 317 },
                                message: 'must NOT have more than 317 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err110];
                              } else {
                                vErrors.push(err110);
                              }
                              errors++;
                            }
                            if (data40.length < 1) {
                              const err111 = {
                                instancePath:
                                  instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/key/minLength',
                                keyword: 'minLength',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err111];
                              } else {
                                vErrors.push(err111);
                              }
                              errors++;
                            }
                            if (!pattern5.test(data40)) {
                              const err112 = {
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
                                vErrors = [err112];
                              } else {
                                vErrors.push(err112);
                              }
                              errors++;
                            }
                          } else {
                            const err113 = {
                              instancePath:
                                instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/key',
                              schemaPath:
                                '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/key/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err113];
                            } else {
                              vErrors.push(err113);
                            }
                            errors++;
                          }
                        }
                        if (data39.operator !== undefined) {
                          const data41 = data39.operator;
                          if (typeof data41 !== 'string') {
                            const err114 = {
                              instancePath:
                                instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/operator',
                              schemaPath:
                                '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/operator/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err114];
                            } else {
                              vErrors.push(err114);
                            }
                            errors++;
                          }
                          if (
                            !(data41 === 'In' || data41 === 'NotIn' || data41 === 'Exists' || data41 === 'DoesNotExist')
                          ) {
                            const err115 = {
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
                              vErrors = [err115];
                            } else {
                              vErrors.push(err115);
                            }
                            errors++;
                          }
                        }
                        if (data39.values !== undefined) {
                          const data42 = data39.values;
                          if (Array.isArray(data42)) {
                            if (data42.length > 32) {
                              const err116 = {
                                instancePath:
                                  instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/values',
                                schemaPath:
                                  '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/values/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 32 },
                                message: 'must NOT have more than 32 items',
                              };
                              if (vErrors === null) {
                                vErrors = [err116];
                              } else {
                                vErrors.push(err116);
                              }
                              errors++;
                            }
                            const len8 = data42.length;
                            for (let i9 = 0; i9 < len8; i9++) {
                              const data43 = data42[i9];
                              if (typeof data43 === 'string') {
                                if (data43.length > 63) {
                                  const err117 = {
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
                                    vErrors = [err117];
                                  } else {
                                    vErrors.push(err117);
                                  }
                                  errors++;
                                }
                                if (!pattern4.test(data43)) {
                                  const err118 = {
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
                                    vErrors = [err118];
                                  } else {
                                    vErrors.push(err118);
                                  }
                                  errors++;
                                }
                              } else {
                                const err119 = {
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
                                  vErrors = [err119];
                                } else {
                                  vErrors.push(err119);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err120 = {
                              instancePath:
                                instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8 + '/values',
                              schemaPath:
                                '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/properties/values/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            };
                            if (vErrors === null) {
                              vErrors = [err120];
                            } else {
                              vErrors.push(err120);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err121 = {
                          instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions/' + i8,
                          schemaPath:
                            '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/items/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        };
                        if (vErrors === null) {
                          vErrors = [err121];
                        } else {
                          vErrors.push(err121);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err122 = {
                      instancePath: instancePath + '/spec/allowedNamespaces/selector/matchExpressions',
                      schemaPath:
                        '#/properties/spec/properties/allowedNamespaces/properties/selector/properties/matchExpressions/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    };
                    if (vErrors === null) {
                      vErrors = [err122];
                    } else {
                      vErrors.push(err122);
                    }
                    errors++;
                  }
                }
              } else {
                const err123 = {
                  instancePath: instancePath + '/spec/allowedNamespaces/selector',
                  schemaPath: '#/properties/spec/properties/allowedNamespaces/properties/selector/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err123];
                } else {
                  vErrors.push(err123);
                }
                errors++;
              }
            }
          } else {
            const err124 = {
              instancePath: instancePath + '/spec/allowedNamespaces',
              schemaPath: '#/properties/spec/properties/allowedNamespaces/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err124];
            } else {
              vErrors.push(err124);
            }
            errors++;
          }
        }
        if (data0.retain !== undefined) {
          const data44 = data0.retain;
          if (typeof data44 !== 'string') {
            const err125 = {
              instancePath: instancePath + '/spec/retain',
              schemaPath: '#/properties/spec/properties/retain/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err125];
            } else {
              vErrors.push(err125);
            }
            errors++;
          }
          if (!(data44 === 'Never' || data44 === 'StatefulSets')) {
            const err126 = {
              instancePath: instancePath + '/spec/retain',
              schemaPath: '#/properties/spec/properties/retain/enum',
              keyword: 'enum',
              params: { allowedValues: schema12.properties.spec.properties.retain.enum },
              message: 'must be equal to one of the allowed values',
            };
            if (vErrors === null) {
              vErrors = [err126];
            } else {
              vErrors.push(err126);
            }
            errors++;
          }
        }
        if (data0.limits !== undefined) {
          const data45 = data0.limits;
          if (data45 && typeof data45 == 'object' && !Array.isArray(data45)) {
            if (data45.addressesPerNamespace !== undefined) {
              const data46 = data45.addressesPerNamespace;
              if (!(typeof data46 == 'number' && !(data46 % 1) && !isNaN(data46) && isFinite(data46))) {
                const err127 = {
                  instancePath: instancePath + '/spec/limits/addressesPerNamespace',
                  schemaPath: '#/properties/spec/properties/limits/properties/addressesPerNamespace/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err127];
                } else {
                  vErrors.push(err127);
                }
                errors++;
              }
              if (typeof data46 == 'number' && isFinite(data46)) {
                if (data46 > 1000000 || isNaN(data46)) {
                  const err128 = {
                    instancePath: instancePath + '/spec/limits/addressesPerNamespace',
                    schemaPath: '#/properties/spec/properties/limits/properties/addressesPerNamespace/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 1000000 },
                    message: 'must be <= 1000000',
                  };
                  if (vErrors === null) {
                    vErrors = [err128];
                  } else {
                    vErrors.push(err128);
                  }
                  errors++;
                }
                if (data46 < 1 || isNaN(data46)) {
                  const err129 = {
                    instancePath: instancePath + '/spec/limits/addressesPerNamespace',
                    schemaPath: '#/properties/spec/properties/limits/properties/addressesPerNamespace/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  };
                  if (vErrors === null) {
                    vErrors = [err129];
                  } else {
                    vErrors.push(err129);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err130 = {
              instancePath: instancePath + '/spec/limits',
              schemaPath: '#/properties/spec/properties/limits/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err130];
            } else {
              vErrors.push(err130);
            }
            errors++;
          }
        }
        if (data0.qos !== undefined) {
          const data47 = data0.qos;
          if (data47 && typeof data47 == 'object' && !Array.isArray(data47)) {
            if (data47.marking === undefined) {
              const err131 = {
                instancePath: instancePath + '/spec/qos',
                schemaPath: '#/properties/spec/properties/qos/required',
                keyword: 'required',
                params: { missingProperty: 'marking' },
                message: "must have required property '" + 'marking' + "'",
              };
              if (vErrors === null) {
                vErrors = [err131];
              } else {
                vErrors.push(err131);
              }
              errors++;
            }
            if (data47.ingress !== undefined) {
              const data48 = data47.ingress;
              if (data48 && typeof data48 == 'object' && !Array.isArray(data48)) {
                if (data48.rate === undefined) {
                  const err132 = {
                    instancePath: instancePath + '/spec/qos/ingress',
                    schemaPath: '#/properties/spec/properties/qos/properties/ingress/required',
                    keyword: 'required',
                    params: { missingProperty: 'rate' },
                    message: "must have required property '" + 'rate' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err132];
                  } else {
                    vErrors.push(err132);
                  }
                  errors++;
                }
                if (data48.rate !== undefined) {
                  const data49 = data48.rate;
                  if (typeof data49 === 'string') {
                    if (data49.length > 12) {
                      const err133 = {
                        instancePath: instancePath + '/spec/qos/ingress/rate',
                        schemaPath: '#/properties/spec/properties/qos/properties/ingress/properties/rate/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 12 },
                        message: 'must NOT have more than 12 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err133];
                      } else {
                        vErrors.push(err133);
                      }
                      errors++;
                    }
                    if (data49.length < 1) {
                      const err134 = {
                        instancePath: instancePath + '/spec/qos/ingress/rate',
                        schemaPath: '#/properties/spec/properties/qos/properties/ingress/properties/rate/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err134];
                      } else {
                        vErrors.push(err134);
                      }
                      errors++;
                    }
                    if (!formats22(data49)) {
                      const err135 = {
                        instancePath: instancePath + '/spec/qos/ingress/rate',
                        schemaPath: '#/properties/spec/properties/qos/properties/ingress/properties/rate/format',
                        keyword: 'format',
                        params: { format: 'rate' },
                        message: 'must match format "' + 'rate' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err135];
                      } else {
                        vErrors.push(err135);
                      }
                      errors++;
                    }
                  } else {
                    const err136 = {
                      instancePath: instancePath + '/spec/qos/ingress/rate',
                      schemaPath: '#/properties/spec/properties/qos/properties/ingress/properties/rate/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err136];
                    } else {
                      vErrors.push(err136);
                    }
                    errors++;
                  }
                }
                if (data48.burst !== undefined) {
                  const data50 = data48.burst;
                  if (typeof data50 === 'string') {
                    if (data50.length > 12) {
                      const err137 = {
                        instancePath: instancePath + '/spec/qos/ingress/burst',
                        schemaPath: '#/properties/spec/properties/qos/properties/ingress/properties/burst/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 12 },
                        message: 'must NOT have more than 12 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err137];
                      } else {
                        vErrors.push(err137);
                      }
                      errors++;
                    }
                    if (data50.length < 1) {
                      const err138 = {
                        instancePath: instancePath + '/spec/qos/ingress/burst',
                        schemaPath: '#/properties/spec/properties/qos/properties/ingress/properties/burst/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err138];
                      } else {
                        vErrors.push(err138);
                      }
                      errors++;
                    }
                    if (!formats22(data50)) {
                      const err139 = {
                        instancePath: instancePath + '/spec/qos/ingress/burst',
                        schemaPath: '#/properties/spec/properties/qos/properties/ingress/properties/burst/format',
                        keyword: 'format',
                        params: { format: 'rate' },
                        message: 'must match format "' + 'rate' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err139];
                      } else {
                        vErrors.push(err139);
                      }
                      errors++;
                    }
                  } else {
                    const err140 = {
                      instancePath: instancePath + '/spec/qos/ingress/burst',
                      schemaPath: '#/properties/spec/properties/qos/properties/ingress/properties/burst/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err140];
                    } else {
                      vErrors.push(err140);
                    }
                    errors++;
                  }
                }
              } else {
                const err141 = {
                  instancePath: instancePath + '/spec/qos/ingress',
                  schemaPath: '#/properties/spec/properties/qos/properties/ingress/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err141];
                } else {
                  vErrors.push(err141);
                }
                errors++;
              }
            }
            if (data47.egress !== undefined) {
              const data51 = data47.egress;
              if (data51 && typeof data51 == 'object' && !Array.isArray(data51)) {
                if (data51.rate === undefined) {
                  const err142 = {
                    instancePath: instancePath + '/spec/qos/egress',
                    schemaPath: '#/properties/spec/properties/qos/properties/egress/required',
                    keyword: 'required',
                    params: { missingProperty: 'rate' },
                    message: "must have required property '" + 'rate' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err142];
                  } else {
                    vErrors.push(err142);
                  }
                  errors++;
                }
                if (data51.rate !== undefined) {
                  const data52 = data51.rate;
                  if (typeof data52 === 'string') {
                    if (data52.length > 12) {
                      const err143 = {
                        instancePath: instancePath + '/spec/qos/egress/rate',
                        schemaPath: '#/properties/spec/properties/qos/properties/egress/properties/rate/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 12 },
                        message: 'must NOT have more than 12 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err143];
                      } else {
                        vErrors.push(err143);
                      }
                      errors++;
                    }
                    if (data52.length < 1) {
                      const err144 = {
                        instancePath: instancePath + '/spec/qos/egress/rate',
                        schemaPath: '#/properties/spec/properties/qos/properties/egress/properties/rate/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err144];
                      } else {
                        vErrors.push(err144);
                      }
                      errors++;
                    }
                    if (!formats22(data52)) {
                      const err145 = {
                        instancePath: instancePath + '/spec/qos/egress/rate',
                        schemaPath: '#/properties/spec/properties/qos/properties/egress/properties/rate/format',
                        keyword: 'format',
                        params: { format: 'rate' },
                        message: 'must match format "' + 'rate' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err145];
                      } else {
                        vErrors.push(err145);
                      }
                      errors++;
                    }
                  } else {
                    const err146 = {
                      instancePath: instancePath + '/spec/qos/egress/rate',
                      schemaPath: '#/properties/spec/properties/qos/properties/egress/properties/rate/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err146];
                    } else {
                      vErrors.push(err146);
                    }
                    errors++;
                  }
                }
                if (data51.burst !== undefined) {
                  const data53 = data51.burst;
                  if (typeof data53 === 'string') {
                    if (data53.length > 12) {
                      const err147 = {
                        instancePath: instancePath + '/spec/qos/egress/burst',
                        schemaPath: '#/properties/spec/properties/qos/properties/egress/properties/burst/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 12 },
                        message: 'must NOT have more than 12 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err147];
                      } else {
                        vErrors.push(err147);
                      }
                      errors++;
                    }
                    if (data53.length < 1) {
                      const err148 = {
                        instancePath: instancePath + '/spec/qos/egress/burst',
                        schemaPath: '#/properties/spec/properties/qos/properties/egress/properties/burst/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err148];
                      } else {
                        vErrors.push(err148);
                      }
                      errors++;
                    }
                    if (!formats22(data53)) {
                      const err149 = {
                        instancePath: instancePath + '/spec/qos/egress/burst',
                        schemaPath: '#/properties/spec/properties/qos/properties/egress/properties/burst/format',
                        keyword: 'format',
                        params: { format: 'rate' },
                        message: 'must match format "' + 'rate' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err149];
                      } else {
                        vErrors.push(err149);
                      }
                      errors++;
                    }
                  } else {
                    const err150 = {
                      instancePath: instancePath + '/spec/qos/egress/burst',
                      schemaPath: '#/properties/spec/properties/qos/properties/egress/properties/burst/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err150];
                    } else {
                      vErrors.push(err150);
                    }
                    errors++;
                  }
                }
              } else {
                const err151 = {
                  instancePath: instancePath + '/spec/qos/egress',
                  schemaPath: '#/properties/spec/properties/qos/properties/egress/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err151];
                } else {
                  vErrors.push(err151);
                }
                errors++;
              }
            }
            if (data47.marking !== undefined) {
              const data54 = data47.marking;
              if (typeof data54 !== 'string') {
                const err152 = {
                  instancePath: instancePath + '/spec/qos/marking',
                  schemaPath: '#/properties/spec/properties/qos/properties/marking/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err152];
                } else {
                  vErrors.push(err152);
                }
                errors++;
              }
              if (!(data54 === 'Allowed' || data54 === 'Denied')) {
                const err153 = {
                  instancePath: instancePath + '/spec/qos/marking',
                  schemaPath: '#/properties/spec/properties/qos/properties/marking/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema12.properties.spec.properties.qos.properties.marking.enum },
                  message: 'must be equal to one of the allowed values',
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
              instancePath: instancePath + '/spec/qos',
              schemaPath: '#/properties/spec/properties/qos/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err154];
            } else {
              vErrors.push(err154);
            }
            errors++;
          }
        }
        if (data0.egress !== undefined) {
          const data55 = data0.egress;
          if (data55 && typeof data55 == 'object' && !Array.isArray(data55)) {
            if (data55.mode === undefined) {
              const err155 = {
                instancePath: instancePath + '/spec/egress',
                schemaPath: '#/properties/spec/properties/egress/required',
                keyword: 'required',
                params: { missingProperty: 'mode' },
                message: "must have required property '" + 'mode' + "'",
              };
              if (vErrors === null) {
                vErrors = [err155];
              } else {
                vErrors.push(err155);
              }
              errors++;
            }
            if (data55.snat === undefined) {
              const err156 = {
                instancePath: instancePath + '/spec/egress',
                schemaPath: '#/properties/spec/properties/egress/required',
                keyword: 'required',
                params: { missingProperty: 'snat' },
                message: "must have required property '" + 'snat' + "'",
              };
              if (vErrors === null) {
                vErrors = [err156];
              } else {
                vErrors.push(err156);
              }
              errors++;
            }
            if (data55.mode !== undefined) {
              const data56 = data55.mode;
              if (typeof data56 !== 'string') {
                const err157 = {
                  instancePath: instancePath + '/spec/egress/mode',
                  schemaPath: '#/properties/spec/properties/egress/properties/mode/type',
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
              if (!(data56 === 'Auto' || data56 === 'Distributed' || data56 === 'Centralized' || data56 === 'None')) {
                const err158 = {
                  instancePath: instancePath + '/spec/egress/mode',
                  schemaPath: '#/properties/spec/properties/egress/properties/mode/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema12.properties.spec.properties.egress.properties.mode.enum },
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
            if (data55.gateways !== undefined) {
              const data57 = data55.gateways;
              if (Array.isArray(data57)) {
                if (data57.length > 4) {
                  const err159 = {
                    instancePath: instancePath + '/spec/egress/gateways',
                    schemaPath: '#/properties/spec/properties/egress/properties/gateways/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 4 },
                    message: 'must NOT have more than 4 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err159];
                  } else {
                    vErrors.push(err159);
                  }
                  errors++;
                }
                if (data57.length < 1) {
                  const err160 = {
                    instancePath: instancePath + '/spec/egress/gateways',
                    schemaPath: '#/properties/spec/properties/egress/properties/gateways/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err160];
                  } else {
                    vErrors.push(err160);
                  }
                  errors++;
                }
                const len9 = data57.length;
                for (let i10 = 0; i10 < len9; i10++) {
                  const data58 = data57[i10];
                  if (typeof data58 === 'string') {
                    if (data58.length > 63) {
                      const err161 = {
                        instancePath: instancePath + '/spec/egress/gateways/' + i10,
                        schemaPath: '#/properties/spec/properties/egress/properties/gateways/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err161];
                      } else {
                        vErrors.push(err161);
                      }
                      errors++;
                    }
                    if (data58.length < 1) {
                      const err162 = {
                        instancePath: instancePath + '/spec/egress/gateways/' + i10,
                        schemaPath: '#/properties/spec/properties/egress/properties/gateways/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err162];
                      } else {
                        vErrors.push(err162);
                      }
                      errors++;
                    }
                    if (!pattern0.test(data58)) {
                      const err163 = {
                        instancePath: instancePath + '/spec/egress/gateways/' + i10,
                        schemaPath: '#/properties/spec/properties/egress/properties/gateways/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                        message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err163];
                      } else {
                        vErrors.push(err163);
                      }
                      errors++;
                    }
                  } else {
                    const err164 = {
                      instancePath: instancePath + '/spec/egress/gateways/' + i10,
                      schemaPath: '#/properties/spec/properties/egress/properties/gateways/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err164];
                    } else {
                      vErrors.push(err164);
                    }
                    errors++;
                  }
                }
                let i11 = data57.length;
                let j1;
                if (i11 > 1) {
                  const indices1 = {};
                  for (; i11--; ) {
                    const item1 = data57[i11];
                    if (typeof item1 !== 'string') {
                      continue;
                    }
                    if (typeof indices1[item1] == 'number') {
                      j1 = indices1[item1];
                      const err165 = {
                        instancePath: instancePath + '/spec/egress/gateways',
                        schemaPath: '#/properties/spec/properties/egress/properties/gateways/uniqueItems',
                        keyword: 'uniqueItems',
                        params: { i: i11, j: j1 },
                        message: 'must NOT have duplicate items (items ## ' + j1 + ' and ' + i11 + ' are identical)',
                      };
                      if (vErrors === null) {
                        vErrors = [err165];
                      } else {
                        vErrors.push(err165);
                      }
                      errors++;
                      break;
                    }
                    indices1[item1] = i11;
                  }
                }
              } else {
                const err166 = {
                  instancePath: instancePath + '/spec/egress/gateways',
                  schemaPath: '#/properties/spec/properties/egress/properties/gateways/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err166];
                } else {
                  vErrors.push(err166);
                }
                errors++;
              }
            }
            if (data55.snat !== undefined) {
              const data59 = data55.snat;
              if (typeof data59 !== 'string') {
                const err167 = {
                  instancePath: instancePath + '/spec/egress/snat',
                  schemaPath: '#/properties/spec/properties/egress/properties/snat/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err167];
                } else {
                  vErrors.push(err167);
                }
                errors++;
              }
              if (!(data59 === 'Enabled' || data59 === 'Disabled')) {
                const err168 = {
                  instancePath: instancePath + '/spec/egress/snat',
                  schemaPath: '#/properties/spec/properties/egress/properties/snat/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema12.properties.spec.properties.egress.properties.snat.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err168];
                } else {
                  vErrors.push(err168);
                }
                errors++;
              }
            }
            if (data55.snatAddresses !== undefined) {
              const data60 = data55.snatAddresses;
              if (Array.isArray(data60)) {
                if (data60.length > 2) {
                  const err169 = {
                    instancePath: instancePath + '/spec/egress/snatAddresses',
                    schemaPath: '#/properties/spec/properties/egress/properties/snatAddresses/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 2 },
                    message: 'must NOT have more than 2 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err169];
                  } else {
                    vErrors.push(err169);
                  }
                  errors++;
                }
                if (data60.length < 1) {
                  const err170 = {
                    instancePath: instancePath + '/spec/egress/snatAddresses',
                    schemaPath: '#/properties/spec/properties/egress/properties/snatAddresses/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err170];
                  } else {
                    vErrors.push(err170);
                  }
                  errors++;
                }
                const len10 = data60.length;
                for (let i12 = 0; i12 < len10; i12++) {
                  const data61 = data60[i12];
                  if (typeof data61 === 'string') {
                    if (data61.length > 39) {
                      const err171 = {
                        instancePath: instancePath + '/spec/egress/snatAddresses/' + i12,
                        schemaPath: '#/properties/spec/properties/egress/properties/snatAddresses/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 39 },
                        message: 'must NOT have more than 39 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err171];
                      } else {
                        vErrors.push(err171);
                      }
                      errors++;
                    }
                    if (data61.length < 1) {
                      const err172 = {
                        instancePath: instancePath + '/spec/egress/snatAddresses/' + i12,
                        schemaPath: '#/properties/spec/properties/egress/properties/snatAddresses/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err172];
                      } else {
                        vErrors.push(err172);
                      }
                      errors++;
                    }
                    if (!formats18(data61)) {
                      const err173 = {
                        instancePath: instancePath + '/spec/egress/snatAddresses/' + i12,
                        schemaPath: '#/properties/spec/properties/egress/properties/snatAddresses/items/format',
                        keyword: 'format',
                        params: { format: 'host-address' },
                        message: 'must match format "' + 'host-address' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err173];
                      } else {
                        vErrors.push(err173);
                      }
                      errors++;
                    }
                  } else {
                    const err174 = {
                      instancePath: instancePath + '/spec/egress/snatAddresses/' + i12,
                      schemaPath: '#/properties/spec/properties/egress/properties/snatAddresses/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err174];
                    } else {
                      vErrors.push(err174);
                    }
                    errors++;
                  }
                }
              } else {
                const err175 = {
                  instancePath: instancePath + '/spec/egress/snatAddresses',
                  schemaPath: '#/properties/spec/properties/egress/properties/snatAddresses/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err175];
                } else {
                  vErrors.push(err175);
                }
                errors++;
              }
            }
            if (data55.snatExceptions !== undefined) {
              const data62 = data55.snatExceptions;
              if (Array.isArray(data62)) {
                if (data62.length > 64) {
                  const err176 = {
                    instancePath: instancePath + '/spec/egress/snatExceptions',
                    schemaPath: '#/properties/spec/properties/egress/properties/snatExceptions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 64 },
                    message: 'must NOT have more than 64 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err176];
                  } else {
                    vErrors.push(err176);
                  }
                  errors++;
                }
                if (data62.length < 1) {
                  const err177 = {
                    instancePath: instancePath + '/spec/egress/snatExceptions',
                    schemaPath: '#/properties/spec/properties/egress/properties/snatExceptions/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err177];
                  } else {
                    vErrors.push(err177);
                  }
                  errors++;
                }
                const len11 = data62.length;
                for (let i13 = 0; i13 < len11; i13++) {
                  const data63 = data62[i13];
                  if (typeof data63 === 'string') {
                    if (data63.length > 43) {
                      const err178 = {
                        instancePath: instancePath + '/spec/egress/snatExceptions/' + i13,
                        schemaPath: '#/properties/spec/properties/egress/properties/snatExceptions/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 43 },
                        message: 'must NOT have more than 43 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err178];
                      } else {
                        vErrors.push(err178);
                      }
                      errors++;
                    }
                    if (data63.length < 1) {
                      const err179 = {
                        instancePath: instancePath + '/spec/egress/snatExceptions/' + i13,
                        schemaPath: '#/properties/spec/properties/egress/properties/snatExceptions/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err179];
                      } else {
                        vErrors.push(err179);
                      }
                      errors++;
                    }
                    if (!formats4(data63)) {
                      const err180 = {
                        instancePath: instancePath + '/spec/egress/snatExceptions/' + i13,
                        schemaPath: '#/properties/spec/properties/egress/properties/snatExceptions/items/format',
                        keyword: 'format',
                        params: { format: 'canonical-cidr' },
                        message: 'must match format "' + 'canonical-cidr' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err180];
                      } else {
                        vErrors.push(err180);
                      }
                      errors++;
                    }
                  } else {
                    const err181 = {
                      instancePath: instancePath + '/spec/egress/snatExceptions/' + i13,
                      schemaPath: '#/properties/spec/properties/egress/properties/snatExceptions/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err181];
                    } else {
                      vErrors.push(err181);
                    }
                    errors++;
                  }
                }
                let i14 = data62.length;
                let j2;
                if (i14 > 1) {
                  const indices2 = {};
                  for (; i14--; ) {
                    const item2 = data62[i14];
                    if (typeof item2 !== 'string') {
                      continue;
                    }
                    if (typeof indices2[item2] == 'number') {
                      j2 = indices2[item2];
                      const err182 = {
                        instancePath: instancePath + '/spec/egress/snatExceptions',
                        schemaPath: '#/properties/spec/properties/egress/properties/snatExceptions/uniqueItems',
                        keyword: 'uniqueItems',
                        params: { i: i14, j: j2 },
                        message: 'must NOT have duplicate items (items ## ' + j2 + ' and ' + i14 + ' are identical)',
                      };
                      if (vErrors === null) {
                        vErrors = [err182];
                      } else {
                        vErrors.push(err182);
                      }
                      errors++;
                      break;
                    }
                    indices2[item2] = i14;
                  }
                }
              } else {
                const err183 = {
                  instancePath: instancePath + '/spec/egress/snatExceptions',
                  schemaPath: '#/properties/spec/properties/egress/properties/snatExceptions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err183];
                } else {
                  vErrors.push(err183);
                }
                errors++;
              }
            }
          } else {
            const err184 = {
              instancePath: instancePath + '/spec/egress',
              schemaPath: '#/properties/spec/properties/egress/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err184];
            } else {
              vErrors.push(err184);
            }
            errors++;
          }
        }
        if (data0.isolation !== undefined) {
          const data64 = data0.isolation;
          if (data64 && typeof data64 == 'object' && !Array.isArray(data64)) {
            if (data64.mode === undefined) {
              const err185 = {
                instancePath: instancePath + '/spec/isolation',
                schemaPath: '#/properties/spec/properties/isolation/required',
                keyword: 'required',
                params: { missingProperty: 'mode' },
                message: "must have required property '" + 'mode' + "'",
              };
              if (vErrors === null) {
                vErrors = [err185];
              } else {
                vErrors.push(err185);
              }
              errors++;
            }
            if (data64.mode !== undefined) {
              const data65 = data64.mode;
              if (typeof data65 !== 'string') {
                const err186 = {
                  instancePath: instancePath + '/spec/isolation/mode',
                  schemaPath: '#/properties/spec/properties/isolation/properties/mode/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err186];
                } else {
                  vErrors.push(err186);
                }
                errors++;
              }
              if (!(data65 === 'Open' || data65 === 'Private')) {
                const err187 = {
                  instancePath: instancePath + '/spec/isolation/mode',
                  schemaPath: '#/properties/spec/properties/isolation/properties/mode/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema12.properties.spec.properties.isolation.properties.mode.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err187];
                } else {
                  vErrors.push(err187);
                }
                errors++;
              }
            }
            if (data64.allowFrom !== undefined) {
              const data66 = data64.allowFrom;
              if (Array.isArray(data66)) {
                if (data66.length > 64) {
                  const err188 = {
                    instancePath: instancePath + '/spec/isolation/allowFrom',
                    schemaPath: '#/properties/spec/properties/isolation/properties/allowFrom/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 64 },
                    message: 'must NOT have more than 64 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err188];
                  } else {
                    vErrors.push(err188);
                  }
                  errors++;
                }
                const len12 = data66.length;
                for (let i15 = 0; i15 < len12; i15++) {
                  const data67 = data66[i15];
                  if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                    if (data67.subnet !== undefined) {
                      const data68 = data67.subnet;
                      if (typeof data68 === 'string') {
                        if (data68.length > 63) {
                          const err189 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i15 + '/subnet',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/subnet/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 63 },
                            message: 'must NOT have more than 63 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err189];
                          } else {
                            vErrors.push(err189);
                          }
                          errors++;
                        }
                        if (data68.length < 1) {
                          const err190 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i15 + '/subnet',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/subnet/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err190];
                          } else {
                            vErrors.push(err190);
                          }
                          errors++;
                        }
                        if (!pattern0.test(data68)) {
                          const err191 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i15 + '/subnet',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/subnet/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                            message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err191];
                          } else {
                            vErrors.push(err191);
                          }
                          errors++;
                        }
                      } else {
                        const err192 = {
                          instancePath: instancePath + '/spec/isolation/allowFrom/' + i15 + '/subnet',
                          schemaPath:
                            '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/subnet/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err192];
                        } else {
                          vErrors.push(err192);
                        }
                        errors++;
                      }
                    }
                    if (data67.cidr !== undefined) {
                      const data69 = data67.cidr;
                      if (typeof data69 === 'string') {
                        if (data69.length > 43) {
                          const err193 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i15 + '/cidr',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/cidr/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 43 },
                            message: 'must NOT have more than 43 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err193];
                          } else {
                            vErrors.push(err193);
                          }
                          errors++;
                        }
                        if (data69.length < 1) {
                          const err194 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i15 + '/cidr',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/cidr/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err194];
                          } else {
                            vErrors.push(err194);
                          }
                          errors++;
                        }
                        if (!formats4(data69)) {
                          const err195 = {
                            instancePath: instancePath + '/spec/isolation/allowFrom/' + i15 + '/cidr',
                            schemaPath:
                              '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/cidr/format',
                            keyword: 'format',
                            params: { format: 'canonical-cidr' },
                            message: 'must match format "' + 'canonical-cidr' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err195];
                          } else {
                            vErrors.push(err195);
                          }
                          errors++;
                        }
                      } else {
                        const err196 = {
                          instancePath: instancePath + '/spec/isolation/allowFrom/' + i15 + '/cidr',
                          schemaPath:
                            '#/properties/spec/properties/isolation/properties/allowFrom/items/properties/cidr/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err196];
                        } else {
                          vErrors.push(err196);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err197 = {
                      instancePath: instancePath + '/spec/isolation/allowFrom/' + i15,
                      schemaPath: '#/properties/spec/properties/isolation/properties/allowFrom/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err197];
                    } else {
                      vErrors.push(err197);
                    }
                    errors++;
                  }
                }
              } else {
                const err198 = {
                  instancePath: instancePath + '/spec/isolation/allowFrom',
                  schemaPath: '#/properties/spec/properties/isolation/properties/allowFrom/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err198];
                } else {
                  vErrors.push(err198);
                }
                errors++;
              }
            }
          } else {
            const err199 = {
              instancePath: instancePath + '/spec/isolation',
              schemaPath: '#/properties/spec/properties/isolation/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err199];
            } else {
              vErrors.push(err199);
            }
            errors++;
          }
        }
        if (data0.dhcp !== undefined) {
          const data70 = data0.dhcp;
          if (data70 && typeof data70 == 'object' && !Array.isArray(data70)) {
            if (data70.mode === undefined) {
              const err200 = {
                instancePath: instancePath + '/spec/dhcp',
                schemaPath: '#/properties/spec/properties/dhcp/required',
                keyword: 'required',
                params: { missingProperty: 'mode' },
                message: "must have required property '" + 'mode' + "'",
              };
              if (vErrors === null) {
                vErrors = [err200];
              } else {
                vErrors.push(err200);
              }
              errors++;
            }
            if (data70.leaseSeconds === undefined) {
              const err201 = {
                instancePath: instancePath + '/spec/dhcp',
                schemaPath: '#/properties/spec/properties/dhcp/required',
                keyword: 'required',
                params: { missingProperty: 'leaseSeconds' },
                message: "must have required property '" + 'leaseSeconds' + "'",
              };
              if (vErrors === null) {
                vErrors = [err201];
              } else {
                vErrors.push(err201);
              }
              errors++;
            }
            if (data70.mode !== undefined) {
              const data71 = data70.mode;
              if (typeof data71 !== 'string') {
                const err202 = {
                  instancePath: instancePath + '/spec/dhcp/mode',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/mode/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err202];
                } else {
                  vErrors.push(err202);
                }
                errors++;
              }
              if (!(data71 === 'Enabled' || data71 === 'Disabled')) {
                const err203 = {
                  instancePath: instancePath + '/spec/dhcp/mode',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/mode/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema12.properties.spec.properties.dhcp.properties.mode.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err203];
                } else {
                  vErrors.push(err203);
                }
                errors++;
              }
            }
            if (data70.leaseSeconds !== undefined) {
              const data72 = data70.leaseSeconds;
              if (!(typeof data72 == 'number' && !(data72 % 1) && !isNaN(data72) && isFinite(data72))) {
                const err204 = {
                  instancePath: instancePath + '/spec/dhcp/leaseSeconds',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/leaseSeconds/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err204];
                } else {
                  vErrors.push(err204);
                }
                errors++;
              }
              if (typeof data72 == 'number' && isFinite(data72)) {
                if (data72 > 31536000 || isNaN(data72)) {
                  const err205 = {
                    instancePath: instancePath + '/spec/dhcp/leaseSeconds',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/leaseSeconds/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 31536000 },
                    message: 'must be <= 31536000',
                  };
                  if (vErrors === null) {
                    vErrors = [err205];
                  } else {
                    vErrors.push(err205);
                  }
                  errors++;
                }
                if (data72 < 60 || isNaN(data72)) {
                  const err206 = {
                    instancePath: instancePath + '/spec/dhcp/leaseSeconds',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/leaseSeconds/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 60 },
                    message: 'must be >= 60',
                  };
                  if (vErrors === null) {
                    vErrors = [err206];
                  } else {
                    vErrors.push(err206);
                  }
                  errors++;
                }
              }
            }
            if (data70.dnsServers !== undefined) {
              const data73 = data70.dnsServers;
              if (Array.isArray(data73)) {
                if (data73.length > 4) {
                  const err207 = {
                    instancePath: instancePath + '/spec/dhcp/dnsServers',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 4 },
                    message: 'must NOT have more than 4 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err207];
                  } else {
                    vErrors.push(err207);
                  }
                  errors++;
                }
                const len13 = data73.length;
                for (let i16 = 0; i16 < len13; i16++) {
                  const data74 = data73[i16];
                  if (typeof data74 === 'string') {
                    if (data74.length > 39) {
                      const err208 = {
                        instancePath: instancePath + '/spec/dhcp/dnsServers/' + i16,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 39 },
                        message: 'must NOT have more than 39 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err208];
                      } else {
                        vErrors.push(err208);
                      }
                      errors++;
                    }
                    if (data74.length < 1) {
                      const err209 = {
                        instancePath: instancePath + '/spec/dhcp/dnsServers/' + i16,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err209];
                      } else {
                        vErrors.push(err209);
                      }
                      errors++;
                    }
                    if (!formats8(data74)) {
                      const err210 = {
                        instancePath: instancePath + '/spec/dhcp/dnsServers/' + i16,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/items/format',
                        keyword: 'format',
                        params: { format: 'peer-address' },
                        message: 'must match format "' + 'peer-address' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err210];
                      } else {
                        vErrors.push(err210);
                      }
                      errors++;
                    }
                  } else {
                    const err211 = {
                      instancePath: instancePath + '/spec/dhcp/dnsServers/' + i16,
                      schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err211];
                    } else {
                      vErrors.push(err211);
                    }
                    errors++;
                  }
                }
              } else {
                const err212 = {
                  instancePath: instancePath + '/spec/dhcp/dnsServers',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/dnsServers/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err212];
                } else {
                  vErrors.push(err212);
                }
                errors++;
              }
            }
            if (data70.searchDomains !== undefined) {
              const data75 = data70.searchDomains;
              if (Array.isArray(data75)) {
                if (data75.length > 8) {
                  const err213 = {
                    instancePath: instancePath + '/spec/dhcp/searchDomains',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 8 },
                    message: 'must NOT have more than 8 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err213];
                  } else {
                    vErrors.push(err213);
                  }
                  errors++;
                }
                const len14 = data75.length;
                for (let i17 = 0; i17 < len14; i17++) {
                  const data76 = data75[i17];
                  if (typeof data76 === 'string') {
                    if (data76.length > 253) {
                      const err214 = {
                        instancePath: instancePath + '/spec/dhcp/searchDomains/' + i17,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 253 },
                        message: 'must NOT have more than 253 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err214];
                      } else {
                        vErrors.push(err214);
                      }
                      errors++;
                    }
                    if (data76.length < 1) {
                      const err215 = {
                        instancePath: instancePath + '/spec/dhcp/searchDomains/' + i17,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err215];
                      } else {
                        vErrors.push(err215);
                      }
                      errors++;
                    }
                    if (!pattern15.test(data76)) {
                      const err216 = {
                        instancePath: instancePath + '/spec/dhcp/searchDomains/' + i17,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' },
                        message:
                          'must match pattern "' +
                          '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' +
                          '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err216];
                      } else {
                        vErrors.push(err216);
                      }
                      errors++;
                    }
                  } else {
                    const err217 = {
                      instancePath: instancePath + '/spec/dhcp/searchDomains/' + i17,
                      schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err217];
                    } else {
                      vErrors.push(err217);
                    }
                    errors++;
                  }
                }
              } else {
                const err218 = {
                  instancePath: instancePath + '/spec/dhcp/searchDomains',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/searchDomains/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err218];
                } else {
                  vErrors.push(err218);
                }
                errors++;
              }
            }
            if (data70.ntpServers !== undefined) {
              const data77 = data70.ntpServers;
              if (Array.isArray(data77)) {
                if (data77.length > 4) {
                  const err219 = {
                    instancePath: instancePath + '/spec/dhcp/ntpServers',
                    schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 4 },
                    message: 'must NOT have more than 4 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err219];
                  } else {
                    vErrors.push(err219);
                  }
                  errors++;
                }
                const len15 = data77.length;
                for (let i18 = 0; i18 < len15; i18++) {
                  const data78 = data77[i18];
                  if (typeof data78 === 'string') {
                    if (data78.length > 39) {
                      const err220 = {
                        instancePath: instancePath + '/spec/dhcp/ntpServers/' + i18,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 39 },
                        message: 'must NOT have more than 39 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err220];
                      } else {
                        vErrors.push(err220);
                      }
                      errors++;
                    }
                    if (data78.length < 1) {
                      const err221 = {
                        instancePath: instancePath + '/spec/dhcp/ntpServers/' + i18,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err221];
                      } else {
                        vErrors.push(err221);
                      }
                      errors++;
                    }
                    if (!formats8(data78)) {
                      const err222 = {
                        instancePath: instancePath + '/spec/dhcp/ntpServers/' + i18,
                        schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/items/format',
                        keyword: 'format',
                        params: { format: 'peer-address' },
                        message: 'must match format "' + 'peer-address' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err222];
                      } else {
                        vErrors.push(err222);
                      }
                      errors++;
                    }
                  } else {
                    const err223 = {
                      instancePath: instancePath + '/spec/dhcp/ntpServers/' + i18,
                      schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err223];
                    } else {
                      vErrors.push(err223);
                    }
                    errors++;
                  }
                }
              } else {
                const err224 = {
                  instancePath: instancePath + '/spec/dhcp/ntpServers',
                  schemaPath: '#/properties/spec/properties/dhcp/properties/ntpServers/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err224];
                } else {
                  vErrors.push(err224);
                }
                errors++;
              }
            }
          } else {
            const err225 = {
              instancePath: instancePath + '/spec/dhcp',
              schemaPath: '#/properties/spec/properties/dhcp/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err225];
            } else {
              vErrors.push(err225);
            }
            errors++;
          }
        }
        if (data0.routerAdvertisements !== undefined) {
          const data79 = data0.routerAdvertisements;
          if (data79 && typeof data79 == 'object' && !Array.isArray(data79)) {
            if (data79.mode === undefined) {
              const err226 = {
                instancePath: instancePath + '/spec/routerAdvertisements',
                schemaPath: '#/properties/spec/properties/routerAdvertisements/required',
                keyword: 'required',
                params: { missingProperty: 'mode' },
                message: "must have required property '" + 'mode' + "'",
              };
              if (vErrors === null) {
                vErrors = [err226];
              } else {
                vErrors.push(err226);
              }
              errors++;
            }
            if (data79.mode !== undefined) {
              const data80 = data79.mode;
              if (typeof data80 !== 'string') {
                const err227 = {
                  instancePath: instancePath + '/spec/routerAdvertisements/mode',
                  schemaPath: '#/properties/spec/properties/routerAdvertisements/properties/mode/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err227];
                } else {
                  vErrors.push(err227);
                }
                errors++;
              }
              if (!(data80 === 'Disabled' || data80 === 'Stateful' || data80 === 'Stateless')) {
                const err228 = {
                  instancePath: instancePath + '/spec/routerAdvertisements/mode',
                  schemaPath: '#/properties/spec/properties/routerAdvertisements/properties/mode/enum',
                  keyword: 'enum',
                  params: {
                    allowedValues: schema12.properties.spec.properties.routerAdvertisements.properties.mode.enum,
                  },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err228];
                } else {
                  vErrors.push(err228);
                }
                errors++;
              }
            }
            if (data79.minIntervalSeconds !== undefined) {
              const data81 = data79.minIntervalSeconds;
              if (!(typeof data81 == 'number' && !(data81 % 1) && !isNaN(data81) && isFinite(data81))) {
                const err229 = {
                  instancePath: instancePath + '/spec/routerAdvertisements/minIntervalSeconds',
                  schemaPath: '#/properties/spec/properties/routerAdvertisements/properties/minIntervalSeconds/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err229];
                } else {
                  vErrors.push(err229);
                }
                errors++;
              }
              if (typeof data81 == 'number' && isFinite(data81)) {
                if (data81 > 1350 || isNaN(data81)) {
                  const err230 = {
                    instancePath: instancePath + '/spec/routerAdvertisements/minIntervalSeconds',
                    schemaPath:
                      '#/properties/spec/properties/routerAdvertisements/properties/minIntervalSeconds/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 1350 },
                    message: 'must be <= 1350',
                  };
                  if (vErrors === null) {
                    vErrors = [err230];
                  } else {
                    vErrors.push(err230);
                  }
                  errors++;
                }
                if (data81 < 3 || isNaN(data81)) {
                  const err231 = {
                    instancePath: instancePath + '/spec/routerAdvertisements/minIntervalSeconds',
                    schemaPath:
                      '#/properties/spec/properties/routerAdvertisements/properties/minIntervalSeconds/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 3 },
                    message: 'must be >= 3',
                  };
                  if (vErrors === null) {
                    vErrors = [err231];
                  } else {
                    vErrors.push(err231);
                  }
                  errors++;
                }
              }
            }
            if (data79.maxIntervalSeconds !== undefined) {
              const data82 = data79.maxIntervalSeconds;
              if (!(typeof data82 == 'number' && !(data82 % 1) && !isNaN(data82) && isFinite(data82))) {
                const err232 = {
                  instancePath: instancePath + '/spec/routerAdvertisements/maxIntervalSeconds',
                  schemaPath: '#/properties/spec/properties/routerAdvertisements/properties/maxIntervalSeconds/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err232];
                } else {
                  vErrors.push(err232);
                }
                errors++;
              }
              if (typeof data82 == 'number' && isFinite(data82)) {
                if (data82 > 1800 || isNaN(data82)) {
                  const err233 = {
                    instancePath: instancePath + '/spec/routerAdvertisements/maxIntervalSeconds',
                    schemaPath:
                      '#/properties/spec/properties/routerAdvertisements/properties/maxIntervalSeconds/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 1800 },
                    message: 'must be <= 1800',
                  };
                  if (vErrors === null) {
                    vErrors = [err233];
                  } else {
                    vErrors.push(err233);
                  }
                  errors++;
                }
                if (data82 < 4 || isNaN(data82)) {
                  const err234 = {
                    instancePath: instancePath + '/spec/routerAdvertisements/maxIntervalSeconds',
                    schemaPath:
                      '#/properties/spec/properties/routerAdvertisements/properties/maxIntervalSeconds/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 4 },
                    message: 'must be >= 4',
                  };
                  if (vErrors === null) {
                    vErrors = [err234];
                  } else {
                    vErrors.push(err234);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err235 = {
              instancePath: instancePath + '/spec/routerAdvertisements',
              schemaPath: '#/properties/spec/properties/routerAdvertisements/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err235];
            } else {
              vErrors.push(err235);
            }
            errors++;
          }
        }
      } else {
        const err236 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err236];
        } else {
          vErrors.push(err236);
        }
        errors++;
      }
    }
  } else {
    const err237 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err237];
    } else {
      vErrors.push(err237);
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
            kind: { type: 'string', enum: ['Pod', 'VirtualMachine', 'Gateway'] },
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
const formats40 = formatTests['interface-name'];
const formats44 = formatTests['unicast-mac'];

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
            if (!formats40(data2)) {
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
            if (!formats44(data5)) {
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
              if (!(data7 === 'Pod' || data7 === 'VirtualMachine' || data7 === 'Gateway')) {
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
                if (!pattern15.test(data8)) {
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
            if (!pattern15.test(data11)) {
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

export const validateGateway = validate13;
const schema14 = {
  $id: 'Gateway',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
        vpc: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
        priority: { type: 'integer', minimum: 0, maximum: 1000 },
        external: {
          type: 'object',
          properties: {
            subnet: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
            addresses: {
              type: 'array',
              minItems: 1,
              maxItems: 8,
              items: { type: 'string', minLength: 1, maxLength: 39, format: 'host-address' },
            },
          },
          required: ['subnet'],
        },
        placement: {
          type: 'object',
          properties: {
            nodeSelector: {
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
            replicas: { type: 'integer', minimum: 1, maximum: 5 },
            preferredNodes: {
              type: 'array',
              maxItems: 5,
              items: {
                type: 'string',
                pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
                minLength: 1,
                maxLength: 253,
              },
            },
          },
          required: ['replicas'],
        },
      },
      required: ['vpc', 'external', 'priority', 'placement'],
    },
  },
};

function validate13(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="Gateway" */
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
        if (data0.external === undefined) {
          const err2 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'external' },
            message: "must have required property '" + 'external' + "'",
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
        if (data0.placement === undefined) {
          const err4 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'placement' },
            message: "must have required property '" + 'placement' + "'",
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data0.vpc !== undefined) {
          const data1 = data0.vpc;
          if (typeof data1 === 'string') {
            if (data1.length > 63) {
              const err5 = {
                instancePath: instancePath + '/spec/vpc',
                schemaPath: '#/properties/spec/properties/vpc/maxLength',
                keyword: 'maxLength',
                params: { limit: 63 },
                message: 'must NOT have more than 63 characters',
              };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (data1.length < 1) {
              const err6 = {
                instancePath: instancePath + '/spec/vpc',
                schemaPath: '#/properties/spec/properties/vpc/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 characters',
              };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (!pattern0.test(data1)) {
              const err7 = {
                instancePath: instancePath + '/spec/vpc',
                schemaPath: '#/properties/spec/properties/vpc/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = {
              instancePath: instancePath + '/spec/vpc',
              schemaPath: '#/properties/spec/properties/vpc/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data0.priority !== undefined) {
          const data2 = data0.priority;
          if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
            const err9 = {
              instancePath: instancePath + '/spec/priority',
              schemaPath: '#/properties/spec/properties/priority/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (typeof data2 == 'number' && isFinite(data2)) {
            if (data2 > 1000 || isNaN(data2)) {
              const err10 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1000 },
                message: 'must be <= 1000',
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            if (data2 < 0 || isNaN(data2)) {
              const err11 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
        }
        if (data0.external !== undefined) {
          const data3 = data0.external;
          if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
            if (data3.subnet === undefined) {
              const err12 = {
                instancePath: instancePath + '/spec/external',
                schemaPath: '#/properties/spec/properties/external/required',
                keyword: 'required',
                params: { missingProperty: 'subnet' },
                message: "must have required property '" + 'subnet' + "'",
              };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data3.subnet !== undefined) {
              const data4 = data3.subnet;
              if (typeof data4 === 'string') {
                if (data4.length > 63) {
                  const err13 = {
                    instancePath: instancePath + '/spec/external/subnet',
                    schemaPath: '#/properties/spec/properties/external/properties/subnet/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 63 },
                    message: 'must NOT have more than 63 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
                if (data4.length < 1) {
                  const err14 = {
                    instancePath: instancePath + '/spec/external/subnet',
                    schemaPath: '#/properties/spec/properties/external/properties/subnet/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
                if (!pattern0.test(data4)) {
                  const err15 = {
                    instancePath: instancePath + '/spec/external/subnet',
                    schemaPath: '#/properties/spec/properties/external/properties/subnet/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                    message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              } else {
                const err16 = {
                  instancePath: instancePath + '/spec/external/subnet',
                  schemaPath: '#/properties/spec/properties/external/properties/subnet/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
            if (data3.addresses !== undefined) {
              const data5 = data3.addresses;
              if (Array.isArray(data5)) {
                if (data5.length > 8) {
                  const err17 = {
                    instancePath: instancePath + '/spec/external/addresses',
                    schemaPath: '#/properties/spec/properties/external/properties/addresses/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 8 },
                    message: 'must NOT have more than 8 items',
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
                    instancePath: instancePath + '/spec/external/addresses',
                    schemaPath: '#/properties/spec/properties/external/properties/addresses/minItems',
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
                const len0 = data5.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const data6 = data5[i0];
                  if (typeof data6 === 'string') {
                    if (data6.length > 39) {
                      const err19 = {
                        instancePath: instancePath + '/spec/external/addresses/' + i0,
                        schemaPath: '#/properties/spec/properties/external/properties/addresses/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 39 },
                        message: 'must NOT have more than 39 characters',
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
                        instancePath: instancePath + '/spec/external/addresses/' + i0,
                        schemaPath: '#/properties/spec/properties/external/properties/addresses/items/minLength',
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
                    if (!formats18(data6)) {
                      const err21 = {
                        instancePath: instancePath + '/spec/external/addresses/' + i0,
                        schemaPath: '#/properties/spec/properties/external/properties/addresses/items/format',
                        keyword: 'format',
                        params: { format: 'host-address' },
                        message: 'must match format "' + 'host-address' + '"',
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
                      instancePath: instancePath + '/spec/external/addresses/' + i0,
                      schemaPath: '#/properties/spec/properties/external/properties/addresses/items/type',
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
                  instancePath: instancePath + '/spec/external/addresses',
                  schemaPath: '#/properties/spec/properties/external/properties/addresses/type',
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
          } else {
            const err24 = {
              instancePath: instancePath + '/spec/external',
              schemaPath: '#/properties/spec/properties/external/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data0.placement !== undefined) {
          const data7 = data0.placement;
          if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
            if (data7.replicas === undefined) {
              const err25 = {
                instancePath: instancePath + '/spec/placement',
                schemaPath: '#/properties/spec/properties/placement/required',
                keyword: 'required',
                params: { missingProperty: 'replicas' },
                message: "must have required property '" + 'replicas' + "'",
              };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            if (data7.nodeSelector !== undefined) {
              const data8 = data7.nodeSelector;
              if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                if (data8.matchLabels !== undefined) {
                  const data9 = data8.matchLabels;
                  if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
                    if (Object.keys(data9).length > 32) {
                      const err26 = {
                        instancePath: instancePath + '/spec/placement/nodeSelector/matchLabels',
                        schemaPath:
                          '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchLabels/maxProperties',
                        keyword: 'maxProperties',
                        params: { limit: 32 },
                        message: 'must NOT have more than 32 properties',
                      };
                      if (vErrors === null) {
                        vErrors = [err26];
                      } else {
                        vErrors.push(err26);
                      }
                      errors++;
                    }
                    for (const key0 in data9) {
                      const data10 = data9[key0];
                      if (typeof data10 === 'string') {
                        if (data10.length > 63) {
                          const err27 = {
                            instancePath:
                              instancePath +
                              '/spec/placement/nodeSelector/matchLabels/' +
                              key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath:
                              '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchLabels/additionalProperties/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 63 },
                            message: 'must NOT have more than 63 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err27];
                          } else {
                            vErrors.push(err27);
                          }
                          errors++;
                        }
                        if (!pattern4.test(data10)) {
                          const err28 = {
                            instancePath:
                              instancePath +
                              '/spec/placement/nodeSelector/matchLabels/' +
                              key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath:
                              '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchLabels/additionalProperties/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                            message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
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
                          instancePath:
                            instancePath +
                            '/spec/placement/nodeSelector/matchLabels/' +
                            key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                          schemaPath:
                            '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchLabels/additionalProperties/type',
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
                      instancePath: instancePath + '/spec/placement/nodeSelector/matchLabels',
                      schemaPath:
                        '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchLabels/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err30];
                    } else {
                      vErrors.push(err30);
                    }
                    errors++;
                  }
                }
                if (data8.matchExpressions !== undefined) {
                  const data11 = data8.matchExpressions;
                  if (Array.isArray(data11)) {
                    if (data11.length > 16) {
                      const err31 = {
                        instancePath: instancePath + '/spec/placement/nodeSelector/matchExpressions',
                        schemaPath:
                          '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err31];
                      } else {
                        vErrors.push(err31);
                      }
                      errors++;
                    }
                    const len1 = data11.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      const data12 = data11[i1];
                      if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
                        if (data12.key === undefined) {
                          const err32 = {
                            instancePath: instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1,
                            schemaPath:
                              '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'key' },
                            message: "must have required property '" + 'key' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err32];
                          } else {
                            vErrors.push(err32);
                          }
                          errors++;
                        }
                        if (data12.operator === undefined) {
                          const err33 = {
                            instancePath: instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1,
                            schemaPath:
                              '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'operator' },
                            message: "must have required property '" + 'operator' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err33];
                          } else {
                            vErrors.push(err33);
                          }
                          errors++;
                        }
                        if (data12.key !== undefined) {
                          const data13 = data12.key;
                          if (typeof data13 === 'string') {
                            if (data13.length > 317) {
                              const err34 = {
                                instancePath:
                                  instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 317 },
                                message: 'must NOT have more than 317 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err34];
                              } else {
                                vErrors.push(err34);
                              }
                              errors++;
                            }
                            if (data13.length < 1) {
                              const err35 = {
                                instancePath:
                                  instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/key/minLength',
                                keyword: 'minLength',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err35];
                              } else {
                                vErrors.push(err35);
                              }
                              errors++;
                            }
                            if (!pattern5.test(data13)) {
                              const err36 = {
                                instancePath:
                                  instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/key/pattern',
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
                                vErrors = [err36];
                              } else {
                                vErrors.push(err36);
                              }
                              errors++;
                            }
                          } else {
                            const err37 = {
                              instancePath:
                                instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1 + '/key',
                              schemaPath:
                                '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/key/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err37];
                            } else {
                              vErrors.push(err37);
                            }
                            errors++;
                          }
                        }
                        if (data12.operator !== undefined) {
                          const data14 = data12.operator;
                          if (typeof data14 !== 'string') {
                            const err38 = {
                              instancePath:
                                instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1 + '/operator',
                              schemaPath:
                                '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err38];
                            } else {
                              vErrors.push(err38);
                            }
                            errors++;
                          }
                          if (
                            !(data14 === 'In' || data14 === 'NotIn' || data14 === 'Exists' || data14 === 'DoesNotExist')
                          ) {
                            const err39 = {
                              instancePath:
                                instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1 + '/operator',
                              schemaPath:
                                '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum',
                              keyword: 'enum',
                              params: {
                                allowedValues:
                                  schema14.properties.spec.properties.placement.properties.nodeSelector.properties
                                    .matchExpressions.items.properties.operator.enum,
                              },
                              message: 'must be equal to one of the allowed values',
                            };
                            if (vErrors === null) {
                              vErrors = [err39];
                            } else {
                              vErrors.push(err39);
                            }
                            errors++;
                          }
                        }
                        if (data12.values !== undefined) {
                          const data15 = data12.values;
                          if (Array.isArray(data15)) {
                            if (data15.length > 32) {
                              const err40 = {
                                instancePath:
                                  instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1 + '/values',
                                schemaPath:
                                  '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 32 },
                                message: 'must NOT have more than 32 items',
                              };
                              if (vErrors === null) {
                                vErrors = [err40];
                              } else {
                                vErrors.push(err40);
                              }
                              errors++;
                            }
                            const len2 = data15.length;
                            for (let i2 = 0; i2 < len2; i2++) {
                              const data16 = data15[i2];
                              if (typeof data16 === 'string') {
                                if (data16.length > 63) {
                                  const err41 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/placement/nodeSelector/matchExpressions/' +
                                      i1 +
                                      '/values/' +
                                      i2,
                                    schemaPath:
                                      '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                    keyword: 'maxLength',
                                    params: { limit: 63 },
                                    message: 'must NOT have more than 63 characters',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err41];
                                  } else {
                                    vErrors.push(err41);
                                  }
                                  errors++;
                                }
                                if (!pattern4.test(data16)) {
                                  const err42 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/placement/nodeSelector/matchExpressions/' +
                                      i1 +
                                      '/values/' +
                                      i2,
                                    schemaPath:
                                      '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                    keyword: 'pattern',
                                    params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                    message:
                                      'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err42];
                                  } else {
                                    vErrors.push(err42);
                                  }
                                  errors++;
                                }
                              } else {
                                const err43 = {
                                  instancePath:
                                    instancePath +
                                    '/spec/placement/nodeSelector/matchExpressions/' +
                                    i1 +
                                    '/values/' +
                                    i2,
                                  schemaPath:
                                    '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                };
                                if (vErrors === null) {
                                  vErrors = [err43];
                                } else {
                                  vErrors.push(err43);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err44 = {
                              instancePath:
                                instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1 + '/values',
                              schemaPath:
                                '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/properties/values/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            };
                            if (vErrors === null) {
                              vErrors = [err44];
                            } else {
                              vErrors.push(err44);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err45 = {
                          instancePath: instancePath + '/spec/placement/nodeSelector/matchExpressions/' + i1,
                          schemaPath:
                            '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/items/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        };
                        if (vErrors === null) {
                          vErrors = [err45];
                        } else {
                          vErrors.push(err45);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err46 = {
                      instancePath: instancePath + '/spec/placement/nodeSelector/matchExpressions',
                      schemaPath:
                        '#/properties/spec/properties/placement/properties/nodeSelector/properties/matchExpressions/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
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
                  instancePath: instancePath + '/spec/placement/nodeSelector',
                  schemaPath: '#/properties/spec/properties/placement/properties/nodeSelector/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
            if (data7.replicas !== undefined) {
              const data17 = data7.replicas;
              if (!(typeof data17 == 'number' && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
                const err48 = {
                  instancePath: instancePath + '/spec/placement/replicas',
                  schemaPath: '#/properties/spec/properties/placement/properties/replicas/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err48];
                } else {
                  vErrors.push(err48);
                }
                errors++;
              }
              if (typeof data17 == 'number' && isFinite(data17)) {
                if (data17 > 5 || isNaN(data17)) {
                  const err49 = {
                    instancePath: instancePath + '/spec/placement/replicas',
                    schemaPath: '#/properties/spec/properties/placement/properties/replicas/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 5 },
                    message: 'must be <= 5',
                  };
                  if (vErrors === null) {
                    vErrors = [err49];
                  } else {
                    vErrors.push(err49);
                  }
                  errors++;
                }
                if (data17 < 1 || isNaN(data17)) {
                  const err50 = {
                    instancePath: instancePath + '/spec/placement/replicas',
                    schemaPath: '#/properties/spec/properties/placement/properties/replicas/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
              }
            }
            if (data7.preferredNodes !== undefined) {
              const data18 = data7.preferredNodes;
              if (Array.isArray(data18)) {
                if (data18.length > 5) {
                  const err51 = {
                    instancePath: instancePath + '/spec/placement/preferredNodes',
                    schemaPath: '#/properties/spec/properties/placement/properties/preferredNodes/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 5 },
                    message: 'must NOT have more than 5 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
                const len3 = data18.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  const data19 = data18[i3];
                  if (typeof data19 === 'string') {
                    if (data19.length > 253) {
                      const err52 = {
                        instancePath: instancePath + '/spec/placement/preferredNodes/' + i3,
                        schemaPath: '#/properties/spec/properties/placement/properties/preferredNodes/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 253 },
                        message: 'must NOT have more than 253 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err52];
                      } else {
                        vErrors.push(err52);
                      }
                      errors++;
                    }
                    if (data19.length < 1) {
                      const err53 = {
                        instancePath: instancePath + '/spec/placement/preferredNodes/' + i3,
                        schemaPath: '#/properties/spec/properties/placement/properties/preferredNodes/items/minLength',
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
                    if (!pattern15.test(data19)) {
                      const err54 = {
                        instancePath: instancePath + '/spec/placement/preferredNodes/' + i3,
                        schemaPath: '#/properties/spec/properties/placement/properties/preferredNodes/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' },
                        message:
                          'must match pattern "' +
                          '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' +
                          '"',
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
                      instancePath: instancePath + '/spec/placement/preferredNodes/' + i3,
                      schemaPath: '#/properties/spec/properties/placement/properties/preferredNodes/items/type',
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
                  instancePath: instancePath + '/spec/placement/preferredNodes',
                  schemaPath: '#/properties/spec/properties/placement/properties/preferredNodes/type',
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
              instancePath: instancePath + '/spec/placement',
              schemaPath: '#/properties/spec/properties/placement/type',
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
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
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
      instancePath,
      schemaPath: '#/type',
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
  validate13.errors = vErrors;
  return errors === 0;
}

export const validateQoSPolicy = validate14;
const schema15 = {
  $id: 'QoSPolicy',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
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
        ingress: {
          type: 'object',
          properties: {
            rate: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
            burst: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
          },
          required: ['rate'],
        },
        egress: {
          type: 'object',
          properties: {
            rate: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
            burst: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
            dscp: { type: 'integer', minimum: 0, maximum: 47 },
          },
          required: [],
        },
        rules: {
          type: 'array',
          maxItems: 32,
          items: {
            type: 'object',
            properties: {
              name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
              direction: { type: 'string', enum: ['Ingress', 'Egress'] },
              cidrs: {
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
              rate: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
              burst: { type: 'string', minLength: 1, maxLength: 12, format: 'rate' },
              unlimited: { type: 'boolean', const: true },
              dscp: { type: 'integer', minimum: 0, maximum: 47 },
            },
            required: ['name', 'direction'],
          },
        },
      },
      required: ['podSelector', 'priority'],
    },
  },
};

function validate14(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="QoSPolicy" */
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
        if (data0.podSelector === undefined) {
          const err1 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'podSelector' },
            message: "must have required property '" + 'podSelector' + "'",
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0.priority === undefined) {
          const err2 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'priority' },
            message: "must have required property '" + 'priority' + "'",
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0.podSelector !== undefined) {
          const data1 = data0.podSelector;
          if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
            if (data1.matchLabels !== undefined) {
              const data2 = data1.matchLabels;
              if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
                if (Object.keys(data2).length > 32) {
                  const err3 = {
                    instancePath: instancePath + '/spec/podSelector/matchLabels',
                    schemaPath: '#/properties/spec/properties/podSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                    message: 'must NOT have more than 32 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                }
                for (const key0 in data2) {
                  const data3 = data2[key0];
                  if (typeof data3 === 'string') {
                    if (data3.length > 63) {
                      const err4 = {
                        instancePath:
                          instancePath +
                          '/spec/podSelector/matchLabels/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/maxLength',
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
                    if (!pattern4.test(data3)) {
                      const err5 = {
                        instancePath:
                          instancePath +
                          '/spec/podSelector/matchLabels/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                        message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err5];
                      } else {
                        vErrors.push(err5);
                      }
                      errors++;
                    }
                  } else {
                    const err6 = {
                      instancePath:
                        instancePath + '/spec/podSelector/matchLabels/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath:
                        '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
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
                  instancePath: instancePath + '/spec/podSelector/matchLabels',
                  schemaPath: '#/properties/spec/properties/podSelector/properties/matchLabels/type',
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
            if (data1.matchExpressions !== undefined) {
              const data4 = data1.matchExpressions;
              if (Array.isArray(data4)) {
                if (data4.length > 16) {
                  const err8 = {
                    instancePath: instancePath + '/spec/podSelector/matchExpressions',
                    schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 16 },
                    message: 'must NOT have more than 16 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
                const len0 = data4.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const data5 = data4[i0];
                  if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                    if (data5.key === undefined) {
                      const err9 = {
                        instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0,
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                        message: "must have required property '" + 'key' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err9];
                      } else {
                        vErrors.push(err9);
                      }
                      errors++;
                    }
                    if (data5.operator === undefined) {
                      const err10 = {
                        instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0,
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                        message: "must have required property '" + 'operator' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err10];
                      } else {
                        vErrors.push(err10);
                      }
                      errors++;
                    }
                    if (data5.key !== undefined) {
                      const data6 = data5.key;
                      if (typeof data6 === 'string') {
                        if (data6.length > 317) {
                          const err11 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                            message: 'must NOT have more than 317 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err11];
                          } else {
                            vErrors.push(err11);
                          }
                          errors++;
                        }
                        if (data6.length < 1) {
                          const err12 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err12];
                          } else {
                            vErrors.push(err12);
                          }
                          errors++;
                        }
                        if (!pattern5.test(data6)) {
                          const err13 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/key',
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
                            vErrors = [err13];
                          } else {
                            vErrors.push(err13);
                          }
                          errors++;
                        }
                      } else {
                        const err14 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/key',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err14];
                        } else {
                          vErrors.push(err14);
                        }
                        errors++;
                      }
                    }
                    if (data5.operator !== undefined) {
                      const data7 = data5.operator;
                      if (typeof data7 !== 'string') {
                        const err15 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/operator/type',
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
                      if (!(data7 === 'In' || data7 === 'NotIn' || data7 === 'Exists' || data7 === 'DoesNotExist')) {
                        const err16 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/operator/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema15.properties.spec.properties.podSelector.properties.matchExpressions.items
                                .properties.operator.enum,
                          },
                          message: 'must be equal to one of the allowed values',
                        };
                        if (vErrors === null) {
                          vErrors = [err16];
                        } else {
                          vErrors.push(err16);
                        }
                        errors++;
                      }
                    }
                    if (data5.values !== undefined) {
                      const data8 = data5.values;
                      if (Array.isArray(data8)) {
                        if (data8.length > 32) {
                          const err17 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 32 },
                            message: 'must NOT have more than 32 items',
                          };
                          if (vErrors === null) {
                            vErrors = [err17];
                          } else {
                            vErrors.push(err17);
                          }
                          errors++;
                        }
                        const len1 = data8.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                          const data9 = data8[i1];
                          if (typeof data9 === 'string') {
                            if (data9.length > 63) {
                              const err18 = {
                                instancePath:
                                  instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values/' + i1,
                                schemaPath:
                                  '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                                message: 'must NOT have more than 63 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err18];
                              } else {
                                vErrors.push(err18);
                              }
                              errors++;
                            }
                            if (!pattern4.test(data9)) {
                              const err19 = {
                                instancePath:
                                  instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values/' + i1,
                                schemaPath:
                                  '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                              };
                              if (vErrors === null) {
                                vErrors = [err19];
                              } else {
                                vErrors.push(err19);
                              }
                              errors++;
                            }
                          } else {
                            const err20 = {
                              instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values/' + i1,
                              schemaPath:
                                '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err20];
                            } else {
                              vErrors.push(err20);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err21 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
                        };
                        if (vErrors === null) {
                          vErrors = [err21];
                        } else {
                          vErrors.push(err21);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err22 = {
                      instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0,
                      schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
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
                  instancePath: instancePath + '/spec/podSelector/matchExpressions',
                  schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/type',
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
          } else {
            const err24 = {
              instancePath: instancePath + '/spec/podSelector',
              schemaPath: '#/properties/spec/properties/podSelector/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data0.priority !== undefined) {
          const data10 = data0.priority;
          if (!(typeof data10 == 'number' && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
            const err25 = {
              instancePath: instancePath + '/spec/priority',
              schemaPath: '#/properties/spec/properties/priority/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data10 == 'number' && isFinite(data10)) {
            if (data10 > 1000 || isNaN(data10)) {
              const err26 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1000 },
                message: 'must be <= 1000',
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data10 < 0 || isNaN(data10)) {
              const err27 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
        }
        if (data0.ingress !== undefined) {
          const data11 = data0.ingress;
          if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
            if (data11.rate === undefined) {
              const err28 = {
                instancePath: instancePath + '/spec/ingress',
                schemaPath: '#/properties/spec/properties/ingress/required',
                keyword: 'required',
                params: { missingProperty: 'rate' },
                message: "must have required property '" + 'rate' + "'",
              };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (data11.rate !== undefined) {
              const data12 = data11.rate;
              if (typeof data12 === 'string') {
                if (data12.length > 12) {
                  const err29 = {
                    instancePath: instancePath + '/spec/ingress/rate',
                    schemaPath: '#/properties/spec/properties/ingress/properties/rate/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 12 },
                    message: 'must NOT have more than 12 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
                if (data12.length < 1) {
                  const err30 = {
                    instancePath: instancePath + '/spec/ingress/rate',
                    schemaPath: '#/properties/spec/properties/ingress/properties/rate/minLength',
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
                if (!formats22(data12)) {
                  const err31 = {
                    instancePath: instancePath + '/spec/ingress/rate',
                    schemaPath: '#/properties/spec/properties/ingress/properties/rate/format',
                    keyword: 'format',
                    params: { format: 'rate' },
                    message: 'must match format "' + 'rate' + '"',
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
                  instancePath: instancePath + '/spec/ingress/rate',
                  schemaPath: '#/properties/spec/properties/ingress/properties/rate/type',
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
            if (data11.burst !== undefined) {
              const data13 = data11.burst;
              if (typeof data13 === 'string') {
                if (data13.length > 12) {
                  const err33 = {
                    instancePath: instancePath + '/spec/ingress/burst',
                    schemaPath: '#/properties/spec/properties/ingress/properties/burst/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 12 },
                    message: 'must NOT have more than 12 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err33];
                  } else {
                    vErrors.push(err33);
                  }
                  errors++;
                }
                if (data13.length < 1) {
                  const err34 = {
                    instancePath: instancePath + '/spec/ingress/burst',
                    schemaPath: '#/properties/spec/properties/ingress/properties/burst/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
                if (!formats22(data13)) {
                  const err35 = {
                    instancePath: instancePath + '/spec/ingress/burst',
                    schemaPath: '#/properties/spec/properties/ingress/properties/burst/format',
                    keyword: 'format',
                    params: { format: 'rate' },
                    message: 'must match format "' + 'rate' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              } else {
                const err36 = {
                  instancePath: instancePath + '/spec/ingress/burst',
                  schemaPath: '#/properties/spec/properties/ingress/properties/burst/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
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
              instancePath: instancePath + '/spec/ingress',
              schemaPath: '#/properties/spec/properties/ingress/type',
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
        if (data0.egress !== undefined) {
          const data14 = data0.egress;
          if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
            if (data14.rate !== undefined) {
              const data15 = data14.rate;
              if (typeof data15 === 'string') {
                if (data15.length > 12) {
                  const err38 = {
                    instancePath: instancePath + '/spec/egress/rate',
                    schemaPath: '#/properties/spec/properties/egress/properties/rate/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 12 },
                    message: 'must NOT have more than 12 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
                if (data15.length < 1) {
                  const err39 = {
                    instancePath: instancePath + '/spec/egress/rate',
                    schemaPath: '#/properties/spec/properties/egress/properties/rate/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
                if (!formats22(data15)) {
                  const err40 = {
                    instancePath: instancePath + '/spec/egress/rate',
                    schemaPath: '#/properties/spec/properties/egress/properties/rate/format',
                    keyword: 'format',
                    params: { format: 'rate' },
                    message: 'must match format "' + 'rate' + '"',
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
                  instancePath: instancePath + '/spec/egress/rate',
                  schemaPath: '#/properties/spec/properties/egress/properties/rate/type',
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
            if (data14.burst !== undefined) {
              const data16 = data14.burst;
              if (typeof data16 === 'string') {
                if (data16.length > 12) {
                  const err42 = {
                    instancePath: instancePath + '/spec/egress/burst',
                    schemaPath: '#/properties/spec/properties/egress/properties/burst/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 12 },
                    message: 'must NOT have more than 12 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
                if (data16.length < 1) {
                  const err43 = {
                    instancePath: instancePath + '/spec/egress/burst',
                    schemaPath: '#/properties/spec/properties/egress/properties/burst/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
                if (!formats22(data16)) {
                  const err44 = {
                    instancePath: instancePath + '/spec/egress/burst',
                    schemaPath: '#/properties/spec/properties/egress/properties/burst/format',
                    keyword: 'format',
                    params: { format: 'rate' },
                    message: 'must match format "' + 'rate' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err44];
                  } else {
                    vErrors.push(err44);
                  }
                  errors++;
                }
              } else {
                const err45 = {
                  instancePath: instancePath + '/spec/egress/burst',
                  schemaPath: '#/properties/spec/properties/egress/properties/burst/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
            }
            if (data14.dscp !== undefined) {
              const data17 = data14.dscp;
              if (!(typeof data17 == 'number' && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
                const err46 = {
                  instancePath: instancePath + '/spec/egress/dscp',
                  schemaPath: '#/properties/spec/properties/egress/properties/dscp/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err46];
                } else {
                  vErrors.push(err46);
                }
                errors++;
              }
              if (typeof data17 == 'number' && isFinite(data17)) {
                if (data17 > 47 || isNaN(data17)) {
                  const err47 = {
                    instancePath: instancePath + '/spec/egress/dscp',
                    schemaPath: '#/properties/spec/properties/egress/properties/dscp/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 47 },
                    message: 'must be <= 47',
                  };
                  if (vErrors === null) {
                    vErrors = [err47];
                  } else {
                    vErrors.push(err47);
                  }
                  errors++;
                }
                if (data17 < 0 || isNaN(data17)) {
                  const err48 = {
                    instancePath: instancePath + '/spec/egress/dscp',
                    schemaPath: '#/properties/spec/properties/egress/properties/dscp/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err49 = {
              instancePath: instancePath + '/spec/egress',
              schemaPath: '#/properties/spec/properties/egress/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
        }
        if (data0.rules !== undefined) {
          const data18 = data0.rules;
          if (Array.isArray(data18)) {
            if (data18.length > 32) {
              const err50 = {
                instancePath: instancePath + '/spec/rules',
                schemaPath: '#/properties/spec/properties/rules/maxItems',
                keyword: 'maxItems',
                params: { limit: 32 },
                message: 'must NOT have more than 32 items',
              };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
            const len2 = data18.length;
            for (let i2 = 0; i2 < len2; i2++) {
              const data19 = data18[i2];
              if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
                if (data19.name === undefined) {
                  const err51 = {
                    instancePath: instancePath + '/spec/rules/' + i2,
                    schemaPath: '#/properties/spec/properties/rules/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'name' },
                    message: "must have required property '" + 'name' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
                if (data19.direction === undefined) {
                  const err52 = {
                    instancePath: instancePath + '/spec/rules/' + i2,
                    schemaPath: '#/properties/spec/properties/rules/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'direction' },
                    message: "must have required property '" + 'direction' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
                if (data19.name !== undefined) {
                  const data20 = data19.name;
                  if (typeof data20 === 'string') {
                    if (data20.length > 63) {
                      const err53 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/name',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/name/maxLength',
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
                    if (data20.length < 1) {
                      const err54 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/name',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/name/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err54];
                      } else {
                        vErrors.push(err54);
                      }
                      errors++;
                    }
                    if (!pattern0.test(data20)) {
                      const err55 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/name',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                        message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err55];
                      } else {
                        vErrors.push(err55);
                      }
                      errors++;
                    }
                  } else {
                    const err56 = {
                      instancePath: instancePath + '/spec/rules/' + i2 + '/name',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/name/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err56];
                    } else {
                      vErrors.push(err56);
                    }
                    errors++;
                  }
                }
                if (data19.direction !== undefined) {
                  const data21 = data19.direction;
                  if (typeof data21 !== 'string') {
                    const err57 = {
                      instancePath: instancePath + '/spec/rules/' + i2 + '/direction',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/direction/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                  if (!(data21 === 'Ingress' || data21 === 'Egress')) {
                    const err58 = {
                      instancePath: instancePath + '/spec/rules/' + i2 + '/direction',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/direction/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues: schema15.properties.spec.properties.rules.items.properties.direction.enum,
                      },
                      message: 'must be equal to one of the allowed values',
                    };
                    if (vErrors === null) {
                      vErrors = [err58];
                    } else {
                      vErrors.push(err58);
                    }
                    errors++;
                  }
                }
                if (data19.cidrs !== undefined) {
                  const data22 = data19.cidrs;
                  if (Array.isArray(data22)) {
                    if (data22.length > 16) {
                      const err59 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/cidrs',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/cidrs/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err59];
                      } else {
                        vErrors.push(err59);
                      }
                      errors++;
                    }
                    if (data22.length < 1) {
                      const err60 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/cidrs',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/cidrs/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err60];
                      } else {
                        vErrors.push(err60);
                      }
                      errors++;
                    }
                    const len3 = data22.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      const data23 = data22[i3];
                      if (typeof data23 === 'string') {
                        if (data23.length > 43) {
                          const err61 = {
                            instancePath: instancePath + '/spec/rules/' + i2 + '/cidrs/' + i3,
                            schemaPath: '#/properties/spec/properties/rules/items/properties/cidrs/items/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 43 },
                            message: 'must NOT have more than 43 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err61];
                          } else {
                            vErrors.push(err61);
                          }
                          errors++;
                        }
                        if (data23.length < 1) {
                          const err62 = {
                            instancePath: instancePath + '/spec/rules/' + i2 + '/cidrs/' + i3,
                            schemaPath: '#/properties/spec/properties/rules/items/properties/cidrs/items/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err62];
                          } else {
                            vErrors.push(err62);
                          }
                          errors++;
                        }
                        if (!formats4(data23)) {
                          const err63 = {
                            instancePath: instancePath + '/spec/rules/' + i2 + '/cidrs/' + i3,
                            schemaPath: '#/properties/spec/properties/rules/items/properties/cidrs/items/format',
                            keyword: 'format',
                            params: { format: 'canonical-cidr' },
                            message: 'must match format "' + 'canonical-cidr' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err63];
                          } else {
                            vErrors.push(err63);
                          }
                          errors++;
                        }
                      } else {
                        const err64 = {
                          instancePath: instancePath + '/spec/rules/' + i2 + '/cidrs/' + i3,
                          schemaPath: '#/properties/spec/properties/rules/items/properties/cidrs/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err64];
                        } else {
                          vErrors.push(err64);
                        }
                        errors++;
                      }
                    }
                    let i4 = data22.length;
                    let j0;
                    if (i4 > 1) {
                      const indices0 = {};
                      for (; i4--; ) {
                        const item0 = data22[i4];
                        if (typeof item0 !== 'string') {
                          continue;
                        }
                        if (typeof indices0[item0] == 'number') {
                          j0 = indices0[item0];
                          const err65 = {
                            instancePath: instancePath + '/spec/rules/' + i2 + '/cidrs',
                            schemaPath: '#/properties/spec/properties/rules/items/properties/cidrs/uniqueItems',
                            keyword: 'uniqueItems',
                            params: { i: i4, j: j0 },
                            message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i4 + ' are identical)',
                          };
                          if (vErrors === null) {
                            vErrors = [err65];
                          } else {
                            vErrors.push(err65);
                          }
                          errors++;
                          break;
                        }
                        indices0[item0] = i4;
                      }
                    }
                  } else {
                    const err66 = {
                      instancePath: instancePath + '/spec/rules/' + i2 + '/cidrs',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/cidrs/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    };
                    if (vErrors === null) {
                      vErrors = [err66];
                    } else {
                      vErrors.push(err66);
                    }
                    errors++;
                  }
                }
                if (data19.ports !== undefined) {
                  const data24 = data19.ports;
                  if (Array.isArray(data24)) {
                    if (data24.length > 16) {
                      const err67 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/ports',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/ports/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err67];
                      } else {
                        vErrors.push(err67);
                      }
                      errors++;
                    }
                    if (data24.length < 1) {
                      const err68 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/ports',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/ports/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err68];
                      } else {
                        vErrors.push(err68);
                      }
                      errors++;
                    }
                    const len4 = data24.length;
                    for (let i5 = 0; i5 < len4; i5++) {
                      const data25 = data24[i5];
                      if (data25 && typeof data25 == 'object' && !Array.isArray(data25)) {
                        if (data25.protocol === undefined) {
                          const err69 = {
                            instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5,
                            schemaPath: '#/properties/spec/properties/rules/items/properties/ports/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'protocol' },
                            message: "must have required property '" + 'protocol' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err69];
                          } else {
                            vErrors.push(err69);
                          }
                          errors++;
                        }
                        if (data25.protocol !== undefined) {
                          const data26 = data25.protocol;
                          if (typeof data26 !== 'string') {
                            const err70 = {
                              instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5 + '/protocol',
                              schemaPath:
                                '#/properties/spec/properties/rules/items/properties/ports/items/properties/protocol/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err70];
                            } else {
                              vErrors.push(err70);
                            }
                            errors++;
                          }
                          if (!(data26 === 'TCP' || data26 === 'UDP' || data26 === 'SCTP')) {
                            const err71 = {
                              instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5 + '/protocol',
                              schemaPath:
                                '#/properties/spec/properties/rules/items/properties/ports/items/properties/protocol/enum',
                              keyword: 'enum',
                              params: {
                                allowedValues:
                                  schema15.properties.spec.properties.rules.items.properties.ports.items.properties
                                    .protocol.enum,
                              },
                              message: 'must be equal to one of the allowed values',
                            };
                            if (vErrors === null) {
                              vErrors = [err71];
                            } else {
                              vErrors.push(err71);
                            }
                            errors++;
                          }
                        }
                        if (data25.port !== undefined) {
                          const data27 = data25.port;
                          if (!(typeof data27 == 'number' && !(data27 % 1) && !isNaN(data27) && isFinite(data27))) {
                            const err72 = {
                              instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5 + '/port',
                              schemaPath:
                                '#/properties/spec/properties/rules/items/properties/ports/items/properties/port/type',
                              keyword: 'type',
                              params: { type: 'integer' },
                              message: 'must be integer',
                            };
                            if (vErrors === null) {
                              vErrors = [err72];
                            } else {
                              vErrors.push(err72);
                            }
                            errors++;
                          }
                          if (typeof data27 == 'number' && isFinite(data27)) {
                            if (data27 > 65535 || isNaN(data27)) {
                              const err73 = {
                                instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5 + '/port',
                                schemaPath:
                                  '#/properties/spec/properties/rules/items/properties/ports/items/properties/port/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                              };
                              if (vErrors === null) {
                                vErrors = [err73];
                              } else {
                                vErrors.push(err73);
                              }
                              errors++;
                            }
                            if (data27 < 1 || isNaN(data27)) {
                              const err74 = {
                                instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5 + '/port',
                                schemaPath:
                                  '#/properties/spec/properties/rules/items/properties/ports/items/properties/port/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                              };
                              if (vErrors === null) {
                                vErrors = [err74];
                              } else {
                                vErrors.push(err74);
                              }
                              errors++;
                            }
                          }
                        }
                        if (data25.endPort !== undefined) {
                          const data28 = data25.endPort;
                          if (!(typeof data28 == 'number' && !(data28 % 1) && !isNaN(data28) && isFinite(data28))) {
                            const err75 = {
                              instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5 + '/endPort',
                              schemaPath:
                                '#/properties/spec/properties/rules/items/properties/ports/items/properties/endPort/type',
                              keyword: 'type',
                              params: { type: 'integer' },
                              message: 'must be integer',
                            };
                            if (vErrors === null) {
                              vErrors = [err75];
                            } else {
                              vErrors.push(err75);
                            }
                            errors++;
                          }
                          if (typeof data28 == 'number' && isFinite(data28)) {
                            if (data28 > 65535 || isNaN(data28)) {
                              const err76 = {
                                instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5 + '/endPort',
                                schemaPath:
                                  '#/properties/spec/properties/rules/items/properties/ports/items/properties/endPort/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                              };
                              if (vErrors === null) {
                                vErrors = [err76];
                              } else {
                                vErrors.push(err76);
                              }
                              errors++;
                            }
                            if (data28 < 1 || isNaN(data28)) {
                              const err77 = {
                                instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5 + '/endPort',
                                schemaPath:
                                  '#/properties/spec/properties/rules/items/properties/ports/items/properties/endPort/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                              };
                              if (vErrors === null) {
                                vErrors = [err77];
                              } else {
                                vErrors.push(err77);
                              }
                              errors++;
                            }
                          }
                        }
                      } else {
                        const err78 = {
                          instancePath: instancePath + '/spec/rules/' + i2 + '/ports/' + i5,
                          schemaPath: '#/properties/spec/properties/rules/items/properties/ports/items/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
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
                      instancePath: instancePath + '/spec/rules/' + i2 + '/ports',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/ports/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    };
                    if (vErrors === null) {
                      vErrors = [err79];
                    } else {
                      vErrors.push(err79);
                    }
                    errors++;
                  }
                }
                if (data19.rate !== undefined) {
                  const data29 = data19.rate;
                  if (typeof data29 === 'string') {
                    if (data29.length > 12) {
                      const err80 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/rate',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/rate/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 12 },
                        message: 'must NOT have more than 12 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err80];
                      } else {
                        vErrors.push(err80);
                      }
                      errors++;
                    }
                    if (data29.length < 1) {
                      const err81 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/rate',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/rate/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err81];
                      } else {
                        vErrors.push(err81);
                      }
                      errors++;
                    }
                    if (!formats22(data29)) {
                      const err82 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/rate',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/rate/format',
                        keyword: 'format',
                        params: { format: 'rate' },
                        message: 'must match format "' + 'rate' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err82];
                      } else {
                        vErrors.push(err82);
                      }
                      errors++;
                    }
                  } else {
                    const err83 = {
                      instancePath: instancePath + '/spec/rules/' + i2 + '/rate',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/rate/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err83];
                    } else {
                      vErrors.push(err83);
                    }
                    errors++;
                  }
                }
                if (data19.burst !== undefined) {
                  const data30 = data19.burst;
                  if (typeof data30 === 'string') {
                    if (data30.length > 12) {
                      const err84 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/burst',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/burst/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 12 },
                        message: 'must NOT have more than 12 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err84];
                      } else {
                        vErrors.push(err84);
                      }
                      errors++;
                    }
                    if (data30.length < 1) {
                      const err85 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/burst',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/burst/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err85];
                      } else {
                        vErrors.push(err85);
                      }
                      errors++;
                    }
                    if (!formats22(data30)) {
                      const err86 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/burst',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/burst/format',
                        keyword: 'format',
                        params: { format: 'rate' },
                        message: 'must match format "' + 'rate' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err86];
                      } else {
                        vErrors.push(err86);
                      }
                      errors++;
                    }
                  } else {
                    const err87 = {
                      instancePath: instancePath + '/spec/rules/' + i2 + '/burst',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/burst/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err87];
                    } else {
                      vErrors.push(err87);
                    }
                    errors++;
                  }
                }
                if (data19.unlimited !== undefined) {
                  const data31 = data19.unlimited;
                  if (typeof data31 !== 'boolean') {
                    const err88 = {
                      instancePath: instancePath + '/spec/rules/' + i2 + '/unlimited',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/unlimited/type',
                      keyword: 'type',
                      params: { type: 'boolean' },
                      message: 'must be boolean',
                    };
                    if (vErrors === null) {
                      vErrors = [err88];
                    } else {
                      vErrors.push(err88);
                    }
                    errors++;
                  }
                  if (true !== data31) {
                    const err89 = {
                      instancePath: instancePath + '/spec/rules/' + i2 + '/unlimited',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/unlimited/const',
                      keyword: 'const',
                      params: { allowedValue: true },
                      message: 'must be equal to constant',
                    };
                    if (vErrors === null) {
                      vErrors = [err89];
                    } else {
                      vErrors.push(err89);
                    }
                    errors++;
                  }
                }
                if (data19.dscp !== undefined) {
                  const data32 = data19.dscp;
                  if (!(typeof data32 == 'number' && !(data32 % 1) && !isNaN(data32) && isFinite(data32))) {
                    const err90 = {
                      instancePath: instancePath + '/spec/rules/' + i2 + '/dscp',
                      schemaPath: '#/properties/spec/properties/rules/items/properties/dscp/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                      message: 'must be integer',
                    };
                    if (vErrors === null) {
                      vErrors = [err90];
                    } else {
                      vErrors.push(err90);
                    }
                    errors++;
                  }
                  if (typeof data32 == 'number' && isFinite(data32)) {
                    if (data32 > 47 || isNaN(data32)) {
                      const err91 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/dscp',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/dscp/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 47 },
                        message: 'must be <= 47',
                      };
                      if (vErrors === null) {
                        vErrors = [err91];
                      } else {
                        vErrors.push(err91);
                      }
                      errors++;
                    }
                    if (data32 < 0 || isNaN(data32)) {
                      const err92 = {
                        instancePath: instancePath + '/spec/rules/' + i2 + '/dscp',
                        schemaPath: '#/properties/spec/properties/rules/items/properties/dscp/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 0 },
                        message: 'must be >= 0',
                      };
                      if (vErrors === null) {
                        vErrors = [err92];
                      } else {
                        vErrors.push(err92);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err93 = {
                  instancePath: instancePath + '/spec/rules/' + i2,
                  schemaPath: '#/properties/spec/properties/rules/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err93];
                } else {
                  vErrors.push(err93);
                }
                errors++;
              }
            }
          } else {
            const err94 = {
              instancePath: instancePath + '/spec/rules',
              schemaPath: '#/properties/spec/properties/rules/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err94];
            } else {
              vErrors.push(err94);
            }
            errors++;
          }
        }
      } else {
        const err95 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err95];
        } else {
          vErrors.push(err95);
        }
        errors++;
      }
    }
  } else {
    const err96 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err96];
    } else {
      vErrors.push(err96);
    }
    errors++;
  }
  validate14.errors = vErrors;
  return errors === 0;
}

export const validateMirrorSession = validate15;
const schema16 = {
  $id: 'MirrorSession',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
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
        direction: { type: 'string', enum: ['Ingress', 'Egress', 'Both'] },
        sink: {
          type: 'object',
          properties: {
            nodeInterface: {
              type: 'object',
              properties: { name: { type: 'string', minLength: 1, maxLength: 9, format: 'mirror-interface' } },
              required: ['name'],
            },
            pod: {
              type: 'object',
              properties: {
                name: {
                  type: 'string',
                  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
                  minLength: 1,
                  maxLength: 253,
                },
              },
              required: ['name'],
            },
            gre: {
              type: 'object',
              properties: {
                remote: { type: 'string', minLength: 1, maxLength: 39, format: 'host-address' },
                key: { type: 'integer', minimum: 0, maximum: 4294967295 },
              },
              required: ['remote', 'key'],
            },
            erspan: {
              type: 'object',
              properties: {
                remote: { type: 'string', minLength: 1, maxLength: 39, format: 'host-address' },
                index: { type: 'integer', minimum: 1, maximum: 1023 },
              },
              required: ['remote', 'index'],
            },
          },
          required: [],
        },
        expiresAfterSeconds: { type: 'integer', minimum: 10, maximum: 604800 },
      },
      required: ['podSelector', 'sink', 'direction', 'expiresAfterSeconds'],
    },
  },
};
const formats62 = formatTests['mirror-interface'];

function validate15(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="MirrorSession" */
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
        if (data0.podSelector === undefined) {
          const err1 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'podSelector' },
            message: "must have required property '" + 'podSelector' + "'",
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0.sink === undefined) {
          const err2 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'sink' },
            message: "must have required property '" + 'sink' + "'",
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0.direction === undefined) {
          const err3 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'direction' },
            message: "must have required property '" + 'direction' + "'",
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data0.expiresAfterSeconds === undefined) {
          const err4 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'expiresAfterSeconds' },
            message: "must have required property '" + 'expiresAfterSeconds' + "'",
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data0.podSelector !== undefined) {
          const data1 = data0.podSelector;
          if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
            if (data1.matchLabels !== undefined) {
              const data2 = data1.matchLabels;
              if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
                if (Object.keys(data2).length > 32) {
                  const err5 = {
                    instancePath: instancePath + '/spec/podSelector/matchLabels',
                    schemaPath: '#/properties/spec/properties/podSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                    message: 'must NOT have more than 32 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                }
                for (const key0 in data2) {
                  const data3 = data2[key0];
                  if (typeof data3 === 'string') {
                    if (data3.length > 63) {
                      const err6 = {
                        instancePath:
                          instancePath +
                          '/spec/podSelector/matchLabels/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err6];
                      } else {
                        vErrors.push(err6);
                      }
                      errors++;
                    }
                    if (!pattern4.test(data3)) {
                      const err7 = {
                        instancePath:
                          instancePath +
                          '/spec/podSelector/matchLabels/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                        message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err7];
                      } else {
                        vErrors.push(err7);
                      }
                      errors++;
                    }
                  } else {
                    const err8 = {
                      instancePath:
                        instancePath + '/spec/podSelector/matchLabels/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath:
                        '#/properties/spec/properties/podSelector/properties/matchLabels/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
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
                  instancePath: instancePath + '/spec/podSelector/matchLabels',
                  schemaPath: '#/properties/spec/properties/podSelector/properties/matchLabels/type',
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
            }
            if (data1.matchExpressions !== undefined) {
              const data4 = data1.matchExpressions;
              if (Array.isArray(data4)) {
                if (data4.length > 16) {
                  const err10 = {
                    instancePath: instancePath + '/spec/podSelector/matchExpressions',
                    schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 16 },
                    message: 'must NOT have more than 16 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
                const len0 = data4.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const data5 = data4[i0];
                  if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                    if (data5.key === undefined) {
                      const err11 = {
                        instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0,
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                        message: "must have required property '" + 'key' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err11];
                      } else {
                        vErrors.push(err11);
                      }
                      errors++;
                    }
                    if (data5.operator === undefined) {
                      const err12 = {
                        instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0,
                        schemaPath:
                          '#/properties/spec/properties/podSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                        message: "must have required property '" + 'operator' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err12];
                      } else {
                        vErrors.push(err12);
                      }
                      errors++;
                    }
                    if (data5.key !== undefined) {
                      const data6 = data5.key;
                      if (typeof data6 === 'string') {
                        if (data6.length > 317) {
                          const err13 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                            message: 'must NOT have more than 317 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err13];
                          } else {
                            vErrors.push(err13);
                          }
                          errors++;
                        }
                        if (data6.length < 1) {
                          const err14 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err14];
                          } else {
                            vErrors.push(err14);
                          }
                          errors++;
                        }
                        if (!pattern5.test(data6)) {
                          const err15 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/key',
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
                            vErrors = [err15];
                          } else {
                            vErrors.push(err15);
                          }
                          errors++;
                        }
                      } else {
                        const err16 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/key',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/key/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err16];
                        } else {
                          vErrors.push(err16);
                        }
                        errors++;
                      }
                    }
                    if (data5.operator !== undefined) {
                      const data7 = data5.operator;
                      if (typeof data7 !== 'string') {
                        const err17 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/operator/type',
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
                      if (!(data7 === 'In' || data7 === 'NotIn' || data7 === 'Exists' || data7 === 'DoesNotExist')) {
                        const err18 = {
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/operator/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema16.properties.spec.properties.podSelector.properties.matchExpressions.items
                                .properties.operator.enum,
                          },
                          message: 'must be equal to one of the allowed values',
                        };
                        if (vErrors === null) {
                          vErrors = [err18];
                        } else {
                          vErrors.push(err18);
                        }
                        errors++;
                      }
                    }
                    if (data5.values !== undefined) {
                      const data8 = data5.values;
                      if (Array.isArray(data8)) {
                        if (data8.length > 32) {
                          const err19 = {
                            instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values',
                            schemaPath:
                              '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 32 },
                            message: 'must NOT have more than 32 items',
                          };
                          if (vErrors === null) {
                            vErrors = [err19];
                          } else {
                            vErrors.push(err19);
                          }
                          errors++;
                        }
                        const len1 = data8.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                          const data9 = data8[i1];
                          if (typeof data9 === 'string') {
                            if (data9.length > 63) {
                              const err20 = {
                                instancePath:
                                  instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values/' + i1,
                                schemaPath:
                                  '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                                message: 'must NOT have more than 63 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err20];
                              } else {
                                vErrors.push(err20);
                              }
                              errors++;
                            }
                            if (!pattern4.test(data9)) {
                              const err21 = {
                                instancePath:
                                  instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values/' + i1,
                                schemaPath:
                                  '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
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
                              instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values/' + i1,
                              schemaPath:
                                '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/items/type',
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
                          instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0 + '/values',
                          schemaPath:
                            '#/properties/spec/properties/podSelector/properties/matchExpressions/items/properties/values/type',
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
                  } else {
                    const err24 = {
                      instancePath: instancePath + '/spec/podSelector/matchExpressions/' + i0,
                      schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
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
                  instancePath: instancePath + '/spec/podSelector/matchExpressions',
                  schemaPath: '#/properties/spec/properties/podSelector/properties/matchExpressions/type',
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
          } else {
            const err26 = {
              instancePath: instancePath + '/spec/podSelector',
              schemaPath: '#/properties/spec/properties/podSelector/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data0.direction !== undefined) {
          const data10 = data0.direction;
          if (typeof data10 !== 'string') {
            const err27 = {
              instancePath: instancePath + '/spec/direction',
              schemaPath: '#/properties/spec/properties/direction/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          if (!(data10 === 'Ingress' || data10 === 'Egress' || data10 === 'Both')) {
            const err28 = {
              instancePath: instancePath + '/spec/direction',
              schemaPath: '#/properties/spec/properties/direction/enum',
              keyword: 'enum',
              params: { allowedValues: schema16.properties.spec.properties.direction.enum },
              message: 'must be equal to one of the allowed values',
            };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data0.sink !== undefined) {
          const data11 = data0.sink;
          if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
            if (data11.nodeInterface !== undefined) {
              const data12 = data11.nodeInterface;
              if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
                if (data12.name === undefined) {
                  const err29 = {
                    instancePath: instancePath + '/spec/sink/nodeInterface',
                    schemaPath: '#/properties/spec/properties/sink/properties/nodeInterface/required',
                    keyword: 'required',
                    params: { missingProperty: 'name' },
                    message: "must have required property '" + 'name' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
                if (data12.name !== undefined) {
                  const data13 = data12.name;
                  if (typeof data13 === 'string') {
                    if (data13.length > 9) {
                      const err30 = {
                        instancePath: instancePath + '/spec/sink/nodeInterface/name',
                        schemaPath:
                          '#/properties/spec/properties/sink/properties/nodeInterface/properties/name/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 9 },
                        message: 'must NOT have more than 9 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err30];
                      } else {
                        vErrors.push(err30);
                      }
                      errors++;
                    }
                    if (data13.length < 1) {
                      const err31 = {
                        instancePath: instancePath + '/spec/sink/nodeInterface/name',
                        schemaPath:
                          '#/properties/spec/properties/sink/properties/nodeInterface/properties/name/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err31];
                      } else {
                        vErrors.push(err31);
                      }
                      errors++;
                    }
                    if (!formats62(data13)) {
                      const err32 = {
                        instancePath: instancePath + '/spec/sink/nodeInterface/name',
                        schemaPath: '#/properties/spec/properties/sink/properties/nodeInterface/properties/name/format',
                        keyword: 'format',
                        params: { format: 'mirror-interface' },
                        message: 'must match format "' + 'mirror-interface' + '"',
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
                      instancePath: instancePath + '/spec/sink/nodeInterface/name',
                      schemaPath: '#/properties/spec/properties/sink/properties/nodeInterface/properties/name/type',
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
                  instancePath: instancePath + '/spec/sink/nodeInterface',
                  schemaPath: '#/properties/spec/properties/sink/properties/nodeInterface/type',
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
            if (data11.pod !== undefined) {
              const data14 = data11.pod;
              if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
                if (data14.name === undefined) {
                  const err35 = {
                    instancePath: instancePath + '/spec/sink/pod',
                    schemaPath: '#/properties/spec/properties/sink/properties/pod/required',
                    keyword: 'required',
                    params: { missingProperty: 'name' },
                    message: "must have required property '" + 'name' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
                if (data14.name !== undefined) {
                  const data15 = data14.name;
                  if (typeof data15 === 'string') {
                    if (data15.length > 253) {
                      const err36 = {
                        instancePath: instancePath + '/spec/sink/pod/name',
                        schemaPath: '#/properties/spec/properties/sink/properties/pod/properties/name/maxLength',
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
                    if (data15.length < 1) {
                      const err37 = {
                        instancePath: instancePath + '/spec/sink/pod/name',
                        schemaPath: '#/properties/spec/properties/sink/properties/pod/properties/name/minLength',
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
                    if (!pattern15.test(data15)) {
                      const err38 = {
                        instancePath: instancePath + '/spec/sink/pod/name',
                        schemaPath: '#/properties/spec/properties/sink/properties/pod/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' },
                        message:
                          'must match pattern "' +
                          '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' +
                          '"',
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
                      instancePath: instancePath + '/spec/sink/pod/name',
                      schemaPath: '#/properties/spec/properties/sink/properties/pod/properties/name/type',
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
                  instancePath: instancePath + '/spec/sink/pod',
                  schemaPath: '#/properties/spec/properties/sink/properties/pod/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data11.gre !== undefined) {
              const data16 = data11.gre;
              if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
                if (data16.remote === undefined) {
                  const err41 = {
                    instancePath: instancePath + '/spec/sink/gre',
                    schemaPath: '#/properties/spec/properties/sink/properties/gre/required',
                    keyword: 'required',
                    params: { missingProperty: 'remote' },
                    message: "must have required property '" + 'remote' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
                if (data16.key === undefined) {
                  const err42 = {
                    instancePath: instancePath + '/spec/sink/gre',
                    schemaPath: '#/properties/spec/properties/sink/properties/gre/required',
                    keyword: 'required',
                    params: { missingProperty: 'key' },
                    message: "must have required property '" + 'key' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
                if (data16.remote !== undefined) {
                  const data17 = data16.remote;
                  if (typeof data17 === 'string') {
                    if (data17.length > 39) {
                      const err43 = {
                        instancePath: instancePath + '/spec/sink/gre/remote',
                        schemaPath: '#/properties/spec/properties/sink/properties/gre/properties/remote/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 39 },
                        message: 'must NOT have more than 39 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err43];
                      } else {
                        vErrors.push(err43);
                      }
                      errors++;
                    }
                    if (data17.length < 1) {
                      const err44 = {
                        instancePath: instancePath + '/spec/sink/gre/remote',
                        schemaPath: '#/properties/spec/properties/sink/properties/gre/properties/remote/minLength',
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
                    if (!formats18(data17)) {
                      const err45 = {
                        instancePath: instancePath + '/spec/sink/gre/remote',
                        schemaPath: '#/properties/spec/properties/sink/properties/gre/properties/remote/format',
                        keyword: 'format',
                        params: { format: 'host-address' },
                        message: 'must match format "' + 'host-address' + '"',
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
                      instancePath: instancePath + '/spec/sink/gre/remote',
                      schemaPath: '#/properties/spec/properties/sink/properties/gre/properties/remote/type',
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
                if (data16.key !== undefined) {
                  const data18 = data16.key;
                  if (!(typeof data18 == 'number' && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
                    const err47 = {
                      instancePath: instancePath + '/spec/sink/gre/key',
                      schemaPath: '#/properties/spec/properties/sink/properties/gre/properties/key/type',
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
                  if (typeof data18 == 'number' && isFinite(data18)) {
                    if (data18 > 4294967295 || isNaN(data18)) {
                      const err48 = {
                        instancePath: instancePath + '/spec/sink/gre/key',
                        schemaPath: '#/properties/spec/properties/sink/properties/gre/properties/key/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 4294967295 },
                        message: 'must be <= 4294967295',
                      };
                      if (vErrors === null) {
                        vErrors = [err48];
                      } else {
                        vErrors.push(err48);
                      }
                      errors++;
                    }
                    if (data18 < 0 || isNaN(data18)) {
                      const err49 = {
                        instancePath: instancePath + '/spec/sink/gre/key',
                        schemaPath: '#/properties/spec/properties/sink/properties/gre/properties/key/minimum',
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
              } else {
                const err50 = {
                  instancePath: instancePath + '/spec/sink/gre',
                  schemaPath: '#/properties/spec/properties/sink/properties/gre/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
            if (data11.erspan !== undefined) {
              const data19 = data11.erspan;
              if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
                if (data19.remote === undefined) {
                  const err51 = {
                    instancePath: instancePath + '/spec/sink/erspan',
                    schemaPath: '#/properties/spec/properties/sink/properties/erspan/required',
                    keyword: 'required',
                    params: { missingProperty: 'remote' },
                    message: "must have required property '" + 'remote' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
                if (data19.index === undefined) {
                  const err52 = {
                    instancePath: instancePath + '/spec/sink/erspan',
                    schemaPath: '#/properties/spec/properties/sink/properties/erspan/required',
                    keyword: 'required',
                    params: { missingProperty: 'index' },
                    message: "must have required property '" + 'index' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
                if (data19.remote !== undefined) {
                  const data20 = data19.remote;
                  if (typeof data20 === 'string') {
                    if (data20.length > 39) {
                      const err53 = {
                        instancePath: instancePath + '/spec/sink/erspan/remote',
                        schemaPath: '#/properties/spec/properties/sink/properties/erspan/properties/remote/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 39 },
                        message: 'must NOT have more than 39 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err53];
                      } else {
                        vErrors.push(err53);
                      }
                      errors++;
                    }
                    if (data20.length < 1) {
                      const err54 = {
                        instancePath: instancePath + '/spec/sink/erspan/remote',
                        schemaPath: '#/properties/spec/properties/sink/properties/erspan/properties/remote/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err54];
                      } else {
                        vErrors.push(err54);
                      }
                      errors++;
                    }
                    if (!formats18(data20)) {
                      const err55 = {
                        instancePath: instancePath + '/spec/sink/erspan/remote',
                        schemaPath: '#/properties/spec/properties/sink/properties/erspan/properties/remote/format',
                        keyword: 'format',
                        params: { format: 'host-address' },
                        message: 'must match format "' + 'host-address' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err55];
                      } else {
                        vErrors.push(err55);
                      }
                      errors++;
                    }
                  } else {
                    const err56 = {
                      instancePath: instancePath + '/spec/sink/erspan/remote',
                      schemaPath: '#/properties/spec/properties/sink/properties/erspan/properties/remote/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err56];
                    } else {
                      vErrors.push(err56);
                    }
                    errors++;
                  }
                }
                if (data19.index !== undefined) {
                  const data21 = data19.index;
                  if (!(typeof data21 == 'number' && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
                    const err57 = {
                      instancePath: instancePath + '/spec/sink/erspan/index',
                      schemaPath: '#/properties/spec/properties/sink/properties/erspan/properties/index/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                      message: 'must be integer',
                    };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                  if (typeof data21 == 'number' && isFinite(data21)) {
                    if (data21 > 1023 || isNaN(data21)) {
                      const err58 = {
                        instancePath: instancePath + '/spec/sink/erspan/index',
                        schemaPath: '#/properties/spec/properties/sink/properties/erspan/properties/index/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 1023 },
                        message: 'must be <= 1023',
                      };
                      if (vErrors === null) {
                        vErrors = [err58];
                      } else {
                        vErrors.push(err58);
                      }
                      errors++;
                    }
                    if (data21 < 1 || isNaN(data21)) {
                      const err59 = {
                        instancePath: instancePath + '/spec/sink/erspan/index',
                        schemaPath: '#/properties/spec/properties/sink/properties/erspan/properties/index/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                        message: 'must be >= 1',
                      };
                      if (vErrors === null) {
                        vErrors = [err59];
                      } else {
                        vErrors.push(err59);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err60 = {
                  instancePath: instancePath + '/spec/sink/erspan',
                  schemaPath: '#/properties/spec/properties/sink/properties/erspan/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
          } else {
            const err61 = {
              instancePath: instancePath + '/spec/sink',
              schemaPath: '#/properties/spec/properties/sink/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
        if (data0.expiresAfterSeconds !== undefined) {
          const data22 = data0.expiresAfterSeconds;
          if (!(typeof data22 == 'number' && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
            const err62 = {
              instancePath: instancePath + '/spec/expiresAfterSeconds',
              schemaPath: '#/properties/spec/properties/expiresAfterSeconds/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
          if (typeof data22 == 'number' && isFinite(data22)) {
            if (data22 > 604800 || isNaN(data22)) {
              const err63 = {
                instancePath: instancePath + '/spec/expiresAfterSeconds',
                schemaPath: '#/properties/spec/properties/expiresAfterSeconds/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 604800 },
                message: 'must be <= 604800',
              };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
            if (data22 < 10 || isNaN(data22)) {
              const err64 = {
                instancePath: instancePath + '/spec/expiresAfterSeconds',
                schemaPath: '#/properties/spec/properties/expiresAfterSeconds/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 10 },
                message: 'must be >= 10',
              };
              if (vErrors === null) {
                vErrors = [err64];
              } else {
                vErrors.push(err64);
              }
              errors++;
            }
          }
        }
      } else {
        const err65 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
    }
  } else {
    const err66 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err66];
    } else {
      vErrors.push(err66);
    }
    errors++;
  }
  validate15.errors = vErrors;
  return errors === 0;
}

export const validateLoadBalancerIPPool = validate16;
const schema17 = {
  $id: 'LoadBalancerIPPool',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
        cidrs: {
          type: 'array',
          minItems: 1,
          maxItems: 16,
          items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-cidr' },
        },
        ranges: {
          type: 'array',
          minItems: 1,
          maxItems: 64,
          items: { type: 'string', minLength: 1, maxLength: 79, format: 'address-range' },
        },
        serviceSelector: {
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
      },
      required: [],
    },
  },
};

function validate16(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="LoadBalancerIPPool" */
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
        if (data0.cidrs !== undefined) {
          const data1 = data0.cidrs;
          if (Array.isArray(data1)) {
            if (data1.length > 16) {
              const err1 = {
                instancePath: instancePath + '/spec/cidrs',
                schemaPath: '#/properties/spec/properties/cidrs/maxItems',
                keyword: 'maxItems',
                params: { limit: 16 },
                message: 'must NOT have more than 16 items',
              };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
            if (data1.length < 1) {
              const err2 = {
                instancePath: instancePath + '/spec/cidrs',
                schemaPath: '#/properties/spec/properties/cidrs/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            const len0 = data1.length;
            for (let i0 = 0; i0 < len0; i0++) {
              const data2 = data1[i0];
              if (typeof data2 === 'string') {
                if (data2.length > 43) {
                  const err3 = {
                    instancePath: instancePath + '/spec/cidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/cidrs/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 43 },
                    message: 'must NOT have more than 43 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                }
                if (data2.length < 1) {
                  const err4 = {
                    instancePath: instancePath + '/spec/cidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/cidrs/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
                if (!formats4(data2)) {
                  const err5 = {
                    instancePath: instancePath + '/spec/cidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/cidrs/items/format',
                    keyword: 'format',
                    params: { format: 'canonical-cidr' },
                    message: 'must match format "' + 'canonical-cidr' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                }
              } else {
                const err6 = {
                  instancePath: instancePath + '/spec/cidrs/' + i0,
                  schemaPath: '#/properties/spec/properties/cidrs/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
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
              instancePath: instancePath + '/spec/cidrs',
              schemaPath: '#/properties/spec/properties/cidrs/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data0.ranges !== undefined) {
          const data3 = data0.ranges;
          if (Array.isArray(data3)) {
            if (data3.length > 64) {
              const err8 = {
                instancePath: instancePath + '/spec/ranges',
                schemaPath: '#/properties/spec/properties/ranges/maxItems',
                keyword: 'maxItems',
                params: { limit: 64 },
                message: 'must NOT have more than 64 items',
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data3.length < 1) {
              const err9 = {
                instancePath: instancePath + '/spec/ranges',
                schemaPath: '#/properties/spec/properties/ranges/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            const len1 = data3.length;
            for (let i1 = 0; i1 < len1; i1++) {
              const data4 = data3[i1];
              if (typeof data4 === 'string') {
                if (data4.length > 79) {
                  const err10 = {
                    instancePath: instancePath + '/spec/ranges/' + i1,
                    schemaPath: '#/properties/spec/properties/ranges/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 79 },
                    message: 'must NOT have more than 79 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
                if (data4.length < 1) {
                  const err11 = {
                    instancePath: instancePath + '/spec/ranges/' + i1,
                    schemaPath: '#/properties/spec/properties/ranges/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
                if (!formats20(data4)) {
                  const err12 = {
                    instancePath: instancePath + '/spec/ranges/' + i1,
                    schemaPath: '#/properties/spec/properties/ranges/items/format',
                    keyword: 'format',
                    params: { format: 'address-range' },
                    message: 'must match format "' + 'address-range' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
              } else {
                const err13 = {
                  instancePath: instancePath + '/spec/ranges/' + i1,
                  schemaPath: '#/properties/spec/properties/ranges/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
          } else {
            const err14 = {
              instancePath: instancePath + '/spec/ranges',
              schemaPath: '#/properties/spec/properties/ranges/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data0.serviceSelector !== undefined) {
          const data5 = data0.serviceSelector;
          if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
            if (data5.matchLabels !== undefined) {
              const data6 = data5.matchLabels;
              if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                if (Object.keys(data6).length > 32) {
                  const err15 = {
                    instancePath: instancePath + '/spec/serviceSelector/matchLabels',
                    schemaPath: '#/properties/spec/properties/serviceSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                    message: 'must NOT have more than 32 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
                for (const key0 in data6) {
                  const data7 = data6[key0];
                  if (typeof data7 === 'string') {
                    if (data7.length > 63) {
                      const err16 = {
                        instancePath:
                          instancePath +
                          '/spec/serviceSelector/matchLabels/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/serviceSelector/properties/matchLabels/additionalProperties/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err16];
                      } else {
                        vErrors.push(err16);
                      }
                      errors++;
                    }
                    if (!pattern4.test(data7)) {
                      const err17 = {
                        instancePath:
                          instancePath +
                          '/spec/serviceSelector/matchLabels/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/serviceSelector/properties/matchLabels/additionalProperties/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                        message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
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
                      instancePath:
                        instancePath +
                        '/spec/serviceSelector/matchLabels/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath:
                        '#/properties/spec/properties/serviceSelector/properties/matchLabels/additionalProperties/type',
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
              } else {
                const err19 = {
                  instancePath: instancePath + '/spec/serviceSelector/matchLabels',
                  schemaPath: '#/properties/spec/properties/serviceSelector/properties/matchLabels/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data5.matchExpressions !== undefined) {
              const data8 = data5.matchExpressions;
              if (Array.isArray(data8)) {
                if (data8.length > 16) {
                  const err20 = {
                    instancePath: instancePath + '/spec/serviceSelector/matchExpressions',
                    schemaPath: '#/properties/spec/properties/serviceSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 16 },
                    message: 'must NOT have more than 16 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
                const len2 = data8.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  const data9 = data8[i2];
                  if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
                    if (data9.key === undefined) {
                      const err21 = {
                        instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2,
                        schemaPath:
                          '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                        message: "must have required property '" + 'key' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err21];
                      } else {
                        vErrors.push(err21);
                      }
                      errors++;
                    }
                    if (data9.operator === undefined) {
                      const err22 = {
                        instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2,
                        schemaPath:
                          '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                        message: "must have required property '" + 'operator' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err22];
                      } else {
                        vErrors.push(err22);
                      }
                      errors++;
                    }
                    if (data9.key !== undefined) {
                      const data10 = data9.key;
                      if (typeof data10 === 'string') {
                        if (data10.length > 317) {
                          const err23 = {
                            instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                            message: 'must NOT have more than 317 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err23];
                          } else {
                            vErrors.push(err23);
                          }
                          errors++;
                        }
                        if (data10.length < 1) {
                          const err24 = {
                            instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/minLength',
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
                        if (!pattern5.test(data10)) {
                          const err25 = {
                            instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/pattern',
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
                            vErrors = [err25];
                          } else {
                            vErrors.push(err25);
                          }
                          errors++;
                        }
                      } else {
                        const err26 = {
                          instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/key',
                          schemaPath:
                            '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/type',
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
                    if (data9.operator !== undefined) {
                      const data11 = data9.operator;
                      if (typeof data11 !== 'string') {
                        const err27 = {
                          instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/operator/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err27];
                        } else {
                          vErrors.push(err27);
                        }
                        errors++;
                      }
                      if (
                        !(data11 === 'In' || data11 === 'NotIn' || data11 === 'Exists' || data11 === 'DoesNotExist')
                      ) {
                        const err28 = {
                          instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/operator/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema17.properties.spec.properties.serviceSelector.properties.matchExpressions.items
                                .properties.operator.enum,
                          },
                          message: 'must be equal to one of the allowed values',
                        };
                        if (vErrors === null) {
                          vErrors = [err28];
                        } else {
                          vErrors.push(err28);
                        }
                        errors++;
                      }
                    }
                    if (data9.values !== undefined) {
                      const data12 = data9.values;
                      if (Array.isArray(data12)) {
                        if (data12.length > 32) {
                          const err29 = {
                            instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/values',
                            schemaPath:
                              '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 32 },
                            message: 'must NOT have more than 32 items',
                          };
                          if (vErrors === null) {
                            vErrors = [err29];
                          } else {
                            vErrors.push(err29);
                          }
                          errors++;
                        }
                        const len3 = data12.length;
                        for (let i3 = 0; i3 < len3; i3++) {
                          const data13 = data12[i3];
                          if (typeof data13 === 'string') {
                            if (data13.length > 63) {
                              const err30 = {
                                instancePath:
                                  instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/values/' + i3,
                                schemaPath:
                                  '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                                message: 'must NOT have more than 63 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err30];
                              } else {
                                vErrors.push(err30);
                              }
                              errors++;
                            }
                            if (!pattern4.test(data13)) {
                              const err31 = {
                                instancePath:
                                  instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/values/' + i3,
                                schemaPath:
                                  '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
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
                              instancePath:
                                instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/values/' + i3,
                              schemaPath:
                                '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/items/type',
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
                      } else {
                        const err33 = {
                          instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2 + '/values',
                          schemaPath:
                            '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
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
                      instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i2,
                      schemaPath: '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/type',
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
              } else {
                const err35 = {
                  instancePath: instancePath + '/spec/serviceSelector/matchExpressions',
                  schemaPath: '#/properties/spec/properties/serviceSelector/properties/matchExpressions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
          } else {
            const err36 = {
              instancePath: instancePath + '/spec/serviceSelector',
              schemaPath: '#/properties/spec/properties/serviceSelector/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data0.namespaceSelector !== undefined) {
          const data14 = data0.namespaceSelector;
          if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
            if (data14.matchLabels !== undefined) {
              const data15 = data14.matchLabels;
              if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
                if (Object.keys(data15).length > 32) {
                  const err37 = {
                    instancePath: instancePath + '/spec/namespaceSelector/matchLabels',
                    schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                    message: 'must NOT have more than 32 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
                for (const key1 in data15) {
                  const data16 = data15[key1];
                  if (typeof data16 === 'string') {
                    if (data16.length > 63) {
                      const err38 = {
                        instancePath:
                          instancePath +
                          '/spec/namespaceSelector/matchLabels/' +
                          key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err38];
                      } else {
                        vErrors.push(err38);
                      }
                      errors++;
                    }
                    if (!pattern4.test(data16)) {
                      const err39 = {
                        instancePath:
                          instancePath +
                          '/spec/namespaceSelector/matchLabels/' +
                          key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                        message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
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
                      instancePath:
                        instancePath +
                        '/spec/namespaceSelector/matchLabels/' +
                        key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath:
                        '#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/type',
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
                  instancePath: instancePath + '/spec/namespaceSelector/matchLabels',
                  schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchLabels/type',
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
            if (data14.matchExpressions !== undefined) {
              const data17 = data14.matchExpressions;
              if (Array.isArray(data17)) {
                if (data17.length > 16) {
                  const err42 = {
                    instancePath: instancePath + '/spec/namespaceSelector/matchExpressions',
                    schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 16 },
                    message: 'must NOT have more than 16 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
                const len4 = data17.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  const data18 = data17[i4];
                  if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
                    if (data18.key === undefined) {
                      const err43 = {
                        instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4,
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                        message: "must have required property '" + 'key' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err43];
                      } else {
                        vErrors.push(err43);
                      }
                      errors++;
                    }
                    if (data18.operator === undefined) {
                      const err44 = {
                        instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4,
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                        message: "must have required property '" + 'operator' + "'",
                      };
                      if (vErrors === null) {
                        vErrors = [err44];
                      } else {
                        vErrors.push(err44);
                      }
                      errors++;
                    }
                    if (data18.key !== undefined) {
                      const data19 = data18.key;
                      if (typeof data19 === 'string') {
                        if (data19.length > 317) {
                          const err45 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                            message: 'must NOT have more than 317 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err45];
                          } else {
                            vErrors.push(err45);
                          }
                          errors++;
                        }
                        if (data19.length < 1) {
                          const err46 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                            message: 'must NOT have fewer than 1 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err46];
                          } else {
                            vErrors.push(err46);
                          }
                          errors++;
                        }
                        if (!pattern5.test(data19)) {
                          const err47 = {
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
                            vErrors = [err47];
                          } else {
                            vErrors.push(err47);
                          }
                          errors++;
                        }
                      } else {
                        const err48 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/key',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err48];
                        } else {
                          vErrors.push(err48);
                        }
                        errors++;
                      }
                    }
                    if (data18.operator !== undefined) {
                      const data20 = data18.operator;
                      if (typeof data20 !== 'string') {
                        const err49 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/type',
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
                      if (
                        !(data20 === 'In' || data20 === 'NotIn' || data20 === 'Exists' || data20 === 'DoesNotExist')
                      ) {
                        const err50 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/operator',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema17.properties.spec.properties.namespaceSelector.properties.matchExpressions.items
                                .properties.operator.enum,
                          },
                          message: 'must be equal to one of the allowed values',
                        };
                        if (vErrors === null) {
                          vErrors = [err50];
                        } else {
                          vErrors.push(err50);
                        }
                        errors++;
                      }
                    }
                    if (data18.values !== undefined) {
                      const data21 = data18.values;
                      if (Array.isArray(data21)) {
                        if (data21.length > 32) {
                          const err51 = {
                            instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 32 },
                            message: 'must NOT have more than 32 items',
                          };
                          if (vErrors === null) {
                            vErrors = [err51];
                          } else {
                            vErrors.push(err51);
                          }
                          errors++;
                        }
                        const len5 = data21.length;
                        for (let i5 = 0; i5 < len5; i5++) {
                          const data22 = data21[i5];
                          if (typeof data22 === 'string') {
                            if (data22.length > 63) {
                              const err52 = {
                                instancePath:
                                  instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values/' + i5,
                                schemaPath:
                                  '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                                message: 'must NOT have more than 63 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err52];
                              } else {
                                vErrors.push(err52);
                              }
                              errors++;
                            }
                            if (!pattern4.test(data22)) {
                              const err53 = {
                                instancePath:
                                  instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values/' + i5,
                                schemaPath:
                                  '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                              };
                              if (vErrors === null) {
                                vErrors = [err53];
                              } else {
                                vErrors.push(err53);
                              }
                              errors++;
                            }
                          } else {
                            const err54 = {
                              instancePath:
                                instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values/' + i5,
                              schemaPath:
                                '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err54];
                            } else {
                              vErrors.push(err54);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err55 = {
                          instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4 + '/values',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
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
                      instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i4,
                      schemaPath:
                        '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
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
                  instancePath: instancePath + '/spec/namespaceSelector/matchExpressions',
                  schemaPath: '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/type',
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
          } else {
            const err58 = {
              instancePath: instancePath + '/spec/namespaceSelector',
              schemaPath: '#/properties/spec/properties/namespaceSelector/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
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
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
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
  } else {
    const err60 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err60];
    } else {
      vErrors.push(err60);
    }
    errors++;
  }
  validate16.errors = vErrors;
  return errors === 0;
}

export const validateProviderNetwork = validate17;
const schema18 = {
  $id: 'ProviderNetwork',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      properties: {
        uplinks: {
          type: 'array',
          minItems: 1,
          maxItems: 16,
          items: {
            type: 'object',
            properties: {
              nodeSelector: {
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
              interface: { type: 'string', minLength: 1, maxLength: 15, format: 'node-interface' },
            },
            required: ['interface'],
          },
        },
        mtu: { type: 'integer', minimum: 1280, maximum: 9216 },
      },
      required: ['uplinks'],
    },
  },
};
const formats72 = formatTests['node-interface'];

function validate17(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="ProviderNetwork" */
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
        if (data0.uplinks === undefined) {
          const err1 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'uplinks' },
            message: "must have required property '" + 'uplinks' + "'",
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0.uplinks !== undefined) {
          const data1 = data0.uplinks;
          if (Array.isArray(data1)) {
            if (data1.length > 16) {
              const err2 = {
                instancePath: instancePath + '/spec/uplinks',
                schemaPath: '#/properties/spec/properties/uplinks/maxItems',
                keyword: 'maxItems',
                params: { limit: 16 },
                message: 'must NOT have more than 16 items',
              };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            if (data1.length < 1) {
              const err3 = {
                instancePath: instancePath + '/spec/uplinks',
                schemaPath: '#/properties/spec/properties/uplinks/minItems',
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
            const len0 = data1.length;
            for (let i0 = 0; i0 < len0; i0++) {
              const data2 = data1[i0];
              if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
                if (data2.interface === undefined) {
                  const err4 = {
                    instancePath: instancePath + '/spec/uplinks/' + i0,
                    schemaPath: '#/properties/spec/properties/uplinks/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'interface' },
                    message: "must have required property '" + 'interface' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
                if (data2.nodeSelector !== undefined) {
                  const data3 = data2.nodeSelector;
                  if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
                    if (data3.matchLabels !== undefined) {
                      const data4 = data3.matchLabels;
                      if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
                        if (Object.keys(data4).length > 32) {
                          const err5 = {
                            instancePath: instancePath + '/spec/uplinks/' + i0 + '/nodeSelector/matchLabels',
                            schemaPath:
                              '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchLabels/maxProperties',
                            keyword: 'maxProperties',
                            params: { limit: 32 },
                            message: 'must NOT have more than 32 properties',
                          };
                          if (vErrors === null) {
                            vErrors = [err5];
                          } else {
                            vErrors.push(err5);
                          }
                          errors++;
                        }
                        for (const key0 in data4) {
                          const data5 = data4[key0];
                          if (typeof data5 === 'string') {
                            if (data5.length > 63) {
                              const err6 = {
                                instancePath:
                                  instancePath +
                                  '/spec/uplinks/' +
                                  i0 +
                                  '/nodeSelector/matchLabels/' +
                                  key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                                schemaPath:
                                  '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchLabels/additionalProperties/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                                message: 'must NOT have more than 63 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err6];
                              } else {
                                vErrors.push(err6);
                              }
                              errors++;
                            }
                            if (!pattern4.test(data5)) {
                              const err7 = {
                                instancePath:
                                  instancePath +
                                  '/spec/uplinks/' +
                                  i0 +
                                  '/nodeSelector/matchLabels/' +
                                  key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                                schemaPath:
                                  '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchLabels/additionalProperties/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                              };
                              if (vErrors === null) {
                                vErrors = [err7];
                              } else {
                                vErrors.push(err7);
                              }
                              errors++;
                            }
                          } else {
                            const err8 = {
                              instancePath:
                                instancePath +
                                '/spec/uplinks/' +
                                i0 +
                                '/nodeSelector/matchLabels/' +
                                key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                              schemaPath:
                                '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchLabels/additionalProperties/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
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
                          instancePath: instancePath + '/spec/uplinks/' + i0 + '/nodeSelector/matchLabels',
                          schemaPath:
                            '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchLabels/type',
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
                    }
                    if (data3.matchExpressions !== undefined) {
                      const data6 = data3.matchExpressions;
                      if (Array.isArray(data6)) {
                        if (data6.length > 16) {
                          const err10 = {
                            instancePath: instancePath + '/spec/uplinks/' + i0 + '/nodeSelector/matchExpressions',
                            schemaPath:
                              '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 16 },
                            message: 'must NOT have more than 16 items',
                          };
                          if (vErrors === null) {
                            vErrors = [err10];
                          } else {
                            vErrors.push(err10);
                          }
                          errors++;
                        }
                        const len1 = data6.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                          const data7 = data6[i1];
                          if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
                            if (data7.key === undefined) {
                              const err11 = {
                                instancePath:
                                  instancePath + '/spec/uplinks/' + i0 + '/nodeSelector/matchExpressions/' + i1,
                                schemaPath:
                                  '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/required',
                                keyword: 'required',
                                params: { missingProperty: 'key' },
                                message: "must have required property '" + 'key' + "'",
                              };
                              if (vErrors === null) {
                                vErrors = [err11];
                              } else {
                                vErrors.push(err11);
                              }
                              errors++;
                            }
                            if (data7.operator === undefined) {
                              const err12 = {
                                instancePath:
                                  instancePath + '/spec/uplinks/' + i0 + '/nodeSelector/matchExpressions/' + i1,
                                schemaPath:
                                  '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/required',
                                keyword: 'required',
                                params: { missingProperty: 'operator' },
                                message: "must have required property '" + 'operator' + "'",
                              };
                              if (vErrors === null) {
                                vErrors = [err12];
                              } else {
                                vErrors.push(err12);
                              }
                              errors++;
                            }
                            if (data7.key !== undefined) {
                              const data8 = data7.key;
                              if (typeof data8 === 'string') {
                                if (data8.length > 317) {
                                  const err13 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/uplinks/' +
                                      i0 +
                                      '/nodeSelector/matchExpressions/' +
                                      i1 +
                                      '/key',
                                    schemaPath:
                                      '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength',
                                    keyword: 'maxLength',
                                    params: { limit: 317 },
                                    message: 'must NOT have more than 317 characters',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err13];
                                  } else {
                                    vErrors.push(err13);
                                  }
                                  errors++;
                                }
                                if (data8.length < 1) {
                                  const err14 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/uplinks/' +
                                      i0 +
                                      '/nodeSelector/matchExpressions/' +
                                      i1 +
                                      '/key',
                                    schemaPath:
                                      '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/minLength',
                                    keyword: 'minLength',
                                    params: { limit: 1 },
                                    message: 'must NOT have fewer than 1 characters',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err14];
                                  } else {
                                    vErrors.push(err14);
                                  }
                                  errors++;
                                }
                                if (!pattern5.test(data8)) {
                                  const err15 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/uplinks/' +
                                      i0 +
                                      '/nodeSelector/matchExpressions/' +
                                      i1 +
                                      '/key',
                                    schemaPath:
                                      '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/pattern',
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
                                    vErrors = [err15];
                                  } else {
                                    vErrors.push(err15);
                                  }
                                  errors++;
                                }
                              } else {
                                const err16 = {
                                  instancePath:
                                    instancePath +
                                    '/spec/uplinks/' +
                                    i0 +
                                    '/nodeSelector/matchExpressions/' +
                                    i1 +
                                    '/key',
                                  schemaPath:
                                    '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                };
                                if (vErrors === null) {
                                  vErrors = [err16];
                                } else {
                                  vErrors.push(err16);
                                }
                                errors++;
                              }
                            }
                            if (data7.operator !== undefined) {
                              const data9 = data7.operator;
                              if (typeof data9 !== 'string') {
                                const err17 = {
                                  instancePath:
                                    instancePath +
                                    '/spec/uplinks/' +
                                    i0 +
                                    '/nodeSelector/matchExpressions/' +
                                    i1 +
                                    '/operator',
                                  schemaPath:
                                    '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type',
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
                              if (
                                !(data9 === 'In' || data9 === 'NotIn' || data9 === 'Exists' || data9 === 'DoesNotExist')
                              ) {
                                const err18 = {
                                  instancePath:
                                    instancePath +
                                    '/spec/uplinks/' +
                                    i0 +
                                    '/nodeSelector/matchExpressions/' +
                                    i1 +
                                    '/operator',
                                  schemaPath:
                                    '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum',
                                  keyword: 'enum',
                                  params: {
                                    allowedValues:
                                      schema18.properties.spec.properties.uplinks.items.properties.nodeSelector
                                        .properties.matchExpressions.items.properties.operator.enum,
                                  },
                                  message: 'must be equal to one of the allowed values',
                                };
                                if (vErrors === null) {
                                  vErrors = [err18];
                                } else {
                                  vErrors.push(err18);
                                }
                                errors++;
                              }
                            }
                            if (data7.values !== undefined) {
                              const data10 = data7.values;
                              if (Array.isArray(data10)) {
                                if (data10.length > 32) {
                                  const err19 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/uplinks/' +
                                      i0 +
                                      '/nodeSelector/matchExpressions/' +
                                      i1 +
                                      '/values',
                                    schemaPath:
                                      '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems',
                                    keyword: 'maxItems',
                                    params: { limit: 32 },
                                    message: 'must NOT have more than 32 items',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err19];
                                  } else {
                                    vErrors.push(err19);
                                  }
                                  errors++;
                                }
                                const len2 = data10.length;
                                for (let i2 = 0; i2 < len2; i2++) {
                                  const data11 = data10[i2];
                                  if (typeof data11 === 'string') {
                                    if (data11.length > 63) {
                                      const err20 = {
                                        instancePath:
                                          instancePath +
                                          '/spec/uplinks/' +
                                          i0 +
                                          '/nodeSelector/matchExpressions/' +
                                          i1 +
                                          '/values/' +
                                          i2,
                                        schemaPath:
                                          '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 63 },
                                        message: 'must NOT have more than 63 characters',
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err20];
                                      } else {
                                        vErrors.push(err20);
                                      }
                                      errors++;
                                    }
                                    if (!pattern4.test(data11)) {
                                      const err21 = {
                                        instancePath:
                                          instancePath +
                                          '/spec/uplinks/' +
                                          i0 +
                                          '/nodeSelector/matchExpressions/' +
                                          i1 +
                                          '/values/' +
                                          i2,
                                        schemaPath:
                                          '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                        message:
                                          'must match pattern "' +
                                          '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' +
                                          '"',
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
                                      instancePath:
                                        instancePath +
                                        '/spec/uplinks/' +
                                        i0 +
                                        '/nodeSelector/matchExpressions/' +
                                        i1 +
                                        '/values/' +
                                        i2,
                                      schemaPath:
                                        '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type',
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
                                  instancePath:
                                    instancePath +
                                    '/spec/uplinks/' +
                                    i0 +
                                    '/nodeSelector/matchExpressions/' +
                                    i1 +
                                    '/values',
                                  schemaPath:
                                    '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/type',
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
                          } else {
                            const err24 = {
                              instancePath:
                                instancePath + '/spec/uplinks/' + i0 + '/nodeSelector/matchExpressions/' + i1,
                              schemaPath:
                                '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/items/type',
                              keyword: 'type',
                              params: { type: 'object' },
                              message: 'must be object',
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
                          instancePath: instancePath + '/spec/uplinks/' + i0 + '/nodeSelector/matchExpressions',
                          schemaPath:
                            '#/properties/spec/properties/uplinks/items/properties/nodeSelector/properties/matchExpressions/type',
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
                  } else {
                    const err26 = {
                      instancePath: instancePath + '/spec/uplinks/' + i0 + '/nodeSelector',
                      schemaPath: '#/properties/spec/properties/uplinks/items/properties/nodeSelector/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                }
                if (data2.interface !== undefined) {
                  const data12 = data2.interface;
                  if (typeof data12 === 'string') {
                    if (data12.length > 15) {
                      const err27 = {
                        instancePath: instancePath + '/spec/uplinks/' + i0 + '/interface',
                        schemaPath: '#/properties/spec/properties/uplinks/items/properties/interface/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 15 },
                        message: 'must NOT have more than 15 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err27];
                      } else {
                        vErrors.push(err27);
                      }
                      errors++;
                    }
                    if (data12.length < 1) {
                      const err28 = {
                        instancePath: instancePath + '/spec/uplinks/' + i0 + '/interface',
                        schemaPath: '#/properties/spec/properties/uplinks/items/properties/interface/minLength',
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
                    if (!formats72(data12)) {
                      const err29 = {
                        instancePath: instancePath + '/spec/uplinks/' + i0 + '/interface',
                        schemaPath: '#/properties/spec/properties/uplinks/items/properties/interface/format',
                        keyword: 'format',
                        params: { format: 'node-interface' },
                        message: 'must match format "' + 'node-interface' + '"',
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
                      instancePath: instancePath + '/spec/uplinks/' + i0 + '/interface',
                      schemaPath: '#/properties/spec/properties/uplinks/items/properties/interface/type',
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
              } else {
                const err31 = {
                  instancePath: instancePath + '/spec/uplinks/' + i0,
                  schemaPath: '#/properties/spec/properties/uplinks/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
          } else {
            const err32 = {
              instancePath: instancePath + '/spec/uplinks',
              schemaPath: '#/properties/spec/properties/uplinks/type',
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
          const data13 = data0.mtu;
          if (!(typeof data13 == 'number' && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
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
          if (typeof data13 == 'number' && isFinite(data13)) {
            if (data13 > 9216 || isNaN(data13)) {
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
            if (data13 < 1280 || isNaN(data13)) {
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
      } else {
        const err36 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
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
      instancePath,
      schemaPath: '#/type',
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
  validate17.errors = vErrors;
  return errors === 0;
}

export const validateNodeNetwork = validate18;
const schema19 = {
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
        gateway: { type: 'string', enum: ['Allowed', 'Denied'] },
        providerNetworks: {
          type: 'array',
          maxItems: 16,
          items: {
            type: 'object',
            properties: {
              name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', minLength: 1, maxLength: 63 },
              interface: { type: 'string', minLength: 1, maxLength: 15, format: 'node-interface' },
            },
            required: ['name', 'interface'],
          },
        },
      },
      required: [],
    },
  },
};

function validate18(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
                  params: { allowedValues: schema19.properties.spec.properties.tunnel.properties.encapsulation.enum },
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
        if (data0.gateway !== undefined) {
          const data4 = data0.gateway;
          if (typeof data4 !== 'string') {
            const err8 = {
              instancePath: instancePath + '/spec/gateway',
              schemaPath: '#/properties/spec/properties/gateway/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (!(data4 === 'Allowed' || data4 === 'Denied')) {
            const err9 = {
              instancePath: instancePath + '/spec/gateway',
              schemaPath: '#/properties/spec/properties/gateway/enum',
              keyword: 'enum',
              params: { allowedValues: schema19.properties.spec.properties.gateway.enum },
              message: 'must be equal to one of the allowed values',
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data0.providerNetworks !== undefined) {
          const data5 = data0.providerNetworks;
          if (Array.isArray(data5)) {
            if (data5.length > 16) {
              const err10 = {
                instancePath: instancePath + '/spec/providerNetworks',
                schemaPath: '#/properties/spec/properties/providerNetworks/maxItems',
                keyword: 'maxItems',
                params: { limit: 16 },
                message: 'must NOT have more than 16 items',
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              const data6 = data5[i0];
              if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                if (data6.name === undefined) {
                  const err11 = {
                    instancePath: instancePath + '/spec/providerNetworks/' + i0,
                    schemaPath: '#/properties/spec/properties/providerNetworks/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'name' },
                    message: "must have required property '" + 'name' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
                if (data6.interface === undefined) {
                  const err12 = {
                    instancePath: instancePath + '/spec/providerNetworks/' + i0,
                    schemaPath: '#/properties/spec/properties/providerNetworks/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'interface' },
                    message: "must have required property '" + 'interface' + "'",
                  };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
                if (data6.name !== undefined) {
                  const data7 = data6.name;
                  if (typeof data7 === 'string') {
                    if (data7.length > 63) {
                      const err13 = {
                        instancePath: instancePath + '/spec/providerNetworks/' + i0 + '/name',
                        schemaPath: '#/properties/spec/properties/providerNetworks/items/properties/name/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err13];
                      } else {
                        vErrors.push(err13);
                      }
                      errors++;
                    }
                    if (data7.length < 1) {
                      const err14 = {
                        instancePath: instancePath + '/spec/providerNetworks/' + i0 + '/name',
                        schemaPath: '#/properties/spec/properties/providerNetworks/items/properties/name/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err14];
                      } else {
                        vErrors.push(err14);
                      }
                      errors++;
                    }
                    if (!pattern0.test(data7)) {
                      const err15 = {
                        instancePath: instancePath + '/spec/providerNetworks/' + i0 + '/name',
                        schemaPath: '#/properties/spec/properties/providerNetworks/items/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                        message: 'must match pattern "' + '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err15];
                      } else {
                        vErrors.push(err15);
                      }
                      errors++;
                    }
                  } else {
                    const err16 = {
                      instancePath: instancePath + '/spec/providerNetworks/' + i0 + '/name',
                      schemaPath: '#/properties/spec/properties/providerNetworks/items/properties/name/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                }
                if (data6.interface !== undefined) {
                  const data8 = data6.interface;
                  if (typeof data8 === 'string') {
                    if (data8.length > 15) {
                      const err17 = {
                        instancePath: instancePath + '/spec/providerNetworks/' + i0 + '/interface',
                        schemaPath:
                          '#/properties/spec/properties/providerNetworks/items/properties/interface/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 15 },
                        message: 'must NOT have more than 15 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err17];
                      } else {
                        vErrors.push(err17);
                      }
                      errors++;
                    }
                    if (data8.length < 1) {
                      const err18 = {
                        instancePath: instancePath + '/spec/providerNetworks/' + i0 + '/interface',
                        schemaPath:
                          '#/properties/spec/properties/providerNetworks/items/properties/interface/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err18];
                      } else {
                        vErrors.push(err18);
                      }
                      errors++;
                    }
                    if (!formats72(data8)) {
                      const err19 = {
                        instancePath: instancePath + '/spec/providerNetworks/' + i0 + '/interface',
                        schemaPath: '#/properties/spec/properties/providerNetworks/items/properties/interface/format',
                        keyword: 'format',
                        params: { format: 'node-interface' },
                        message: 'must match format "' + 'node-interface' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err19];
                      } else {
                        vErrors.push(err19);
                      }
                      errors++;
                    }
                  } else {
                    const err20 = {
                      instancePath: instancePath + '/spec/providerNetworks/' + i0 + '/interface',
                      schemaPath: '#/properties/spec/properties/providerNetworks/items/properties/interface/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err20];
                    } else {
                      vErrors.push(err20);
                    }
                    errors++;
                  }
                }
              } else {
                const err21 = {
                  instancePath: instancePath + '/spec/providerNetworks/' + i0,
                  schemaPath: '#/properties/spec/properties/providerNetworks/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
          } else {
            const err22 = {
              instancePath: instancePath + '/spec/providerNetworks',
              schemaPath: '#/properties/spec/properties/providerNetworks/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
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
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
  } else {
    const err24 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate18.errors = vErrors;
  return errors === 0;
}

export const validateNetworkConfig = validate19;
const schema20 = {
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
        bfd: {
          type: 'object',
          properties: {
            minRxMilliseconds: { type: 'integer', minimum: 100, maximum: 60000 },
            minTxMilliseconds: { type: 'integer', minimum: 100, maximum: 60000 },
            multiplier: { type: 'integer', minimum: 2, maximum: 20 },
          },
          required: ['minRxMilliseconds', 'minTxMilliseconds', 'multiplier'],
        },
        mirroring: {
          type: 'object',
          properties: {
            nodeInterfaces: { type: 'string', enum: ['Allowed', 'Denied'] },
            collectors: {
              type: 'array',
              maxItems: 32,
              uniqueItems: true,
              items: { type: 'string', minLength: 1, maxLength: 43, format: 'canonical-cidr' },
            },
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
          required: ['nodeInterfaces'],
        },
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
      required: ['encapsulation', 'podCidrs', 'joinCidrs', 'quarantineSeconds', 'bfd', 'mirroring'],
    },
  },
};
const formats86 = formatTests['ovsdb-endpoint'];

function validate19(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        if (data0.bfd === undefined) {
          const err5 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'bfd' },
            message: "must have required property '" + 'bfd' + "'",
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data0.mirroring === undefined) {
          const err6 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'mirroring' },
            message: "must have required property '" + 'mirroring' + "'",
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0.encapsulation !== undefined) {
          const data1 = data0.encapsulation;
          if (typeof data1 !== 'string') {
            const err7 = {
              instancePath: instancePath + '/spec/encapsulation',
              schemaPath: '#/properties/spec/properties/encapsulation/type',
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
          if (!(data1 === 'Geneve' || data1 === 'VXLAN')) {
            const err8 = {
              instancePath: instancePath + '/spec/encapsulation',
              schemaPath: '#/properties/spec/properties/encapsulation/enum',
              keyword: 'enum',
              params: { allowedValues: schema20.properties.spec.properties.encapsulation.enum },
              message: 'must be equal to one of the allowed values',
            };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data0.mtu !== undefined) {
          const data2 = data0.mtu;
          if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
            const err9 = {
              instancePath: instancePath + '/spec/mtu',
              schemaPath: '#/properties/spec/properties/mtu/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (typeof data2 == 'number' && isFinite(data2)) {
            if (data2 > 9216 || isNaN(data2)) {
              const err10 = {
                instancePath: instancePath + '/spec/mtu',
                schemaPath: '#/properties/spec/properties/mtu/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9216 },
                message: 'must be <= 9216',
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            if (data2 < 1280 || isNaN(data2)) {
              const err11 = {
                instancePath: instancePath + '/spec/mtu',
                schemaPath: '#/properties/spec/properties/mtu/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1280 },
                message: 'must be >= 1280',
              };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
        }
        if (data0.podCidrs !== undefined) {
          const data3 = data0.podCidrs;
          if (Array.isArray(data3)) {
            if (data3.length > 2) {
              const err12 = {
                instancePath: instancePath + '/spec/podCidrs',
                schemaPath: '#/properties/spec/properties/podCidrs/maxItems',
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
                instancePath: instancePath + '/spec/podCidrs',
                schemaPath: '#/properties/spec/properties/podCidrs/minItems',
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
                if (data4.length > 43) {
                  const err14 = {
                    instancePath: instancePath + '/spec/podCidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/podCidrs/items/maxLength',
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
                if (data4.length < 1) {
                  const err15 = {
                    instancePath: instancePath + '/spec/podCidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/podCidrs/items/minLength',
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
                if (!formats0(data4)) {
                  const err16 = {
                    instancePath: instancePath + '/spec/podCidrs/' + i0,
                    schemaPath: '#/properties/spec/properties/podCidrs/items/format',
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
                  instancePath: instancePath + '/spec/podCidrs/' + i0,
                  schemaPath: '#/properties/spec/properties/podCidrs/items/type',
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
              instancePath: instancePath + '/spec/podCidrs',
              schemaPath: '#/properties/spec/properties/podCidrs/type',
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
        if (data0.joinCidrs !== undefined) {
          const data5 = data0.joinCidrs;
          if (Array.isArray(data5)) {
            if (data5.length > 2) {
              const err19 = {
                instancePath: instancePath + '/spec/joinCidrs',
                schemaPath: '#/properties/spec/properties/joinCidrs/maxItems',
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
            if (data5.length < 1) {
              const err20 = {
                instancePath: instancePath + '/spec/joinCidrs',
                schemaPath: '#/properties/spec/properties/joinCidrs/minItems',
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
            const len1 = data5.length;
            for (let i1 = 0; i1 < len1; i1++) {
              const data6 = data5[i1];
              if (typeof data6 === 'string') {
                if (data6.length > 43) {
                  const err21 = {
                    instancePath: instancePath + '/spec/joinCidrs/' + i1,
                    schemaPath: '#/properties/spec/properties/joinCidrs/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 43 },
                    message: 'must NOT have more than 43 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
                if (data6.length < 1) {
                  const err22 = {
                    instancePath: instancePath + '/spec/joinCidrs/' + i1,
                    schemaPath: '#/properties/spec/properties/joinCidrs/items/minLength',
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
                if (!formats0(data6)) {
                  const err23 = {
                    instancePath: instancePath + '/spec/joinCidrs/' + i1,
                    schemaPath: '#/properties/spec/properties/joinCidrs/items/format',
                    keyword: 'format',
                    params: { format: 'canonical-network' },
                    message: 'must match format "' + 'canonical-network' + '"',
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
                  instancePath: instancePath + '/spec/joinCidrs/' + i1,
                  schemaPath: '#/properties/spec/properties/joinCidrs/items/type',
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
              instancePath: instancePath + '/spec/joinCidrs',
              schemaPath: '#/properties/spec/properties/joinCidrs/type',
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
        if (data0.serviceCidrs !== undefined) {
          const data7 = data0.serviceCidrs;
          if (Array.isArray(data7)) {
            if (data7.length > 2) {
              const err26 = {
                instancePath: instancePath + '/spec/serviceCidrs',
                schemaPath: '#/properties/spec/properties/serviceCidrs/maxItems',
                keyword: 'maxItems',
                params: { limit: 2 },
                message: 'must NOT have more than 2 items',
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data7.length < 1) {
              const err27 = {
                instancePath: instancePath + '/spec/serviceCidrs',
                schemaPath: '#/properties/spec/properties/serviceCidrs/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            const len2 = data7.length;
            for (let i2 = 0; i2 < len2; i2++) {
              const data8 = data7[i2];
              if (typeof data8 === 'string') {
                if (data8.length > 43) {
                  const err28 = {
                    instancePath: instancePath + '/spec/serviceCidrs/' + i2,
                    schemaPath: '#/properties/spec/properties/serviceCidrs/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 43 },
                    message: 'must NOT have more than 43 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
                if (data8.length < 1) {
                  const err29 = {
                    instancePath: instancePath + '/spec/serviceCidrs/' + i2,
                    schemaPath: '#/properties/spec/properties/serviceCidrs/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
                if (!formats0(data8)) {
                  const err30 = {
                    instancePath: instancePath + '/spec/serviceCidrs/' + i2,
                    schemaPath: '#/properties/spec/properties/serviceCidrs/items/format',
                    keyword: 'format',
                    params: { format: 'canonical-network' },
                    message: 'must match format "' + 'canonical-network' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
              } else {
                const err31 = {
                  instancePath: instancePath + '/spec/serviceCidrs/' + i2,
                  schemaPath: '#/properties/spec/properties/serviceCidrs/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
          } else {
            const err32 = {
              instancePath: instancePath + '/spec/serviceCidrs',
              schemaPath: '#/properties/spec/properties/serviceCidrs/type',
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
        if (data0.quarantineSeconds !== undefined) {
          const data9 = data0.quarantineSeconds;
          if (!(typeof data9 == 'number' && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
            const err33 = {
              instancePath: instancePath + '/spec/quarantineSeconds',
              schemaPath: '#/properties/spec/properties/quarantineSeconds/type',
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
          if (typeof data9 == 'number' && isFinite(data9)) {
            if (data9 > 86400 || isNaN(data9)) {
              const err34 = {
                instancePath: instancePath + '/spec/quarantineSeconds',
                schemaPath: '#/properties/spec/properties/quarantineSeconds/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 86400 },
                message: 'must be <= 86400',
              };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data9 < 0 || isNaN(data9)) {
              const err35 = {
                instancePath: instancePath + '/spec/quarantineSeconds',
                schemaPath: '#/properties/spec/properties/quarantineSeconds/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
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
        if (data0.bfd !== undefined) {
          const data10 = data0.bfd;
          if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
            if (data10.minRxMilliseconds === undefined) {
              const err36 = {
                instancePath: instancePath + '/spec/bfd',
                schemaPath: '#/properties/spec/properties/bfd/required',
                keyword: 'required',
                params: { missingProperty: 'minRxMilliseconds' },
                message: "must have required property '" + 'minRxMilliseconds' + "'",
              };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (data10.minTxMilliseconds === undefined) {
              const err37 = {
                instancePath: instancePath + '/spec/bfd',
                schemaPath: '#/properties/spec/properties/bfd/required',
                keyword: 'required',
                params: { missingProperty: 'minTxMilliseconds' },
                message: "must have required property '" + 'minTxMilliseconds' + "'",
              };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data10.multiplier === undefined) {
              const err38 = {
                instancePath: instancePath + '/spec/bfd',
                schemaPath: '#/properties/spec/properties/bfd/required',
                keyword: 'required',
                params: { missingProperty: 'multiplier' },
                message: "must have required property '" + 'multiplier' + "'",
              };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
            if (data10.minRxMilliseconds !== undefined) {
              const data11 = data10.minRxMilliseconds;
              if (!(typeof data11 == 'number' && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
                const err39 = {
                  instancePath: instancePath + '/spec/bfd/minRxMilliseconds',
                  schemaPath: '#/properties/spec/properties/bfd/properties/minRxMilliseconds/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
              if (typeof data11 == 'number' && isFinite(data11)) {
                if (data11 > 60000 || isNaN(data11)) {
                  const err40 = {
                    instancePath: instancePath + '/spec/bfd/minRxMilliseconds',
                    schemaPath: '#/properties/spec/properties/bfd/properties/minRxMilliseconds/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 60000 },
                    message: 'must be <= 60000',
                  };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
                if (data11 < 100 || isNaN(data11)) {
                  const err41 = {
                    instancePath: instancePath + '/spec/bfd/minRxMilliseconds',
                    schemaPath: '#/properties/spec/properties/bfd/properties/minRxMilliseconds/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 100 },
                    message: 'must be >= 100',
                  };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
              }
            }
            if (data10.minTxMilliseconds !== undefined) {
              const data12 = data10.minTxMilliseconds;
              if (!(typeof data12 == 'number' && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
                const err42 = {
                  instancePath: instancePath + '/spec/bfd/minTxMilliseconds',
                  schemaPath: '#/properties/spec/properties/bfd/properties/minTxMilliseconds/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
              if (typeof data12 == 'number' && isFinite(data12)) {
                if (data12 > 60000 || isNaN(data12)) {
                  const err43 = {
                    instancePath: instancePath + '/spec/bfd/minTxMilliseconds',
                    schemaPath: '#/properties/spec/properties/bfd/properties/minTxMilliseconds/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 60000 },
                    message: 'must be <= 60000',
                  };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
                if (data12 < 100 || isNaN(data12)) {
                  const err44 = {
                    instancePath: instancePath + '/spec/bfd/minTxMilliseconds',
                    schemaPath: '#/properties/spec/properties/bfd/properties/minTxMilliseconds/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 100 },
                    message: 'must be >= 100',
                  };
                  if (vErrors === null) {
                    vErrors = [err44];
                  } else {
                    vErrors.push(err44);
                  }
                  errors++;
                }
              }
            }
            if (data10.multiplier !== undefined) {
              const data13 = data10.multiplier;
              if (!(typeof data13 == 'number' && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
                const err45 = {
                  instancePath: instancePath + '/spec/bfd/multiplier',
                  schemaPath: '#/properties/spec/properties/bfd/properties/multiplier/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
              if (typeof data13 == 'number' && isFinite(data13)) {
                if (data13 > 20 || isNaN(data13)) {
                  const err46 = {
                    instancePath: instancePath + '/spec/bfd/multiplier',
                    schemaPath: '#/properties/spec/properties/bfd/properties/multiplier/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 20 },
                    message: 'must be <= 20',
                  };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
                if (data13 < 2 || isNaN(data13)) {
                  const err47 = {
                    instancePath: instancePath + '/spec/bfd/multiplier',
                    schemaPath: '#/properties/spec/properties/bfd/properties/multiplier/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 2 },
                    message: 'must be >= 2',
                  };
                  if (vErrors === null) {
                    vErrors = [err47];
                  } else {
                    vErrors.push(err47);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err48 = {
              instancePath: instancePath + '/spec/bfd',
              schemaPath: '#/properties/spec/properties/bfd/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data0.mirroring !== undefined) {
          const data14 = data0.mirroring;
          if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
            if (data14.nodeInterfaces === undefined) {
              const err49 = {
                instancePath: instancePath + '/spec/mirroring',
                schemaPath: '#/properties/spec/properties/mirroring/required',
                keyword: 'required',
                params: { missingProperty: 'nodeInterfaces' },
                message: "must have required property '" + 'nodeInterfaces' + "'",
              };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (data14.nodeInterfaces !== undefined) {
              const data15 = data14.nodeInterfaces;
              if (typeof data15 !== 'string') {
                const err50 = {
                  instancePath: instancePath + '/spec/mirroring/nodeInterfaces',
                  schemaPath: '#/properties/spec/properties/mirroring/properties/nodeInterfaces/type',
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
              if (!(data15 === 'Allowed' || data15 === 'Denied')) {
                const err51 = {
                  instancePath: instancePath + '/spec/mirroring/nodeInterfaces',
                  schemaPath: '#/properties/spec/properties/mirroring/properties/nodeInterfaces/enum',
                  keyword: 'enum',
                  params: {
                    allowedValues: schema20.properties.spec.properties.mirroring.properties.nodeInterfaces.enum,
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
            if (data14.collectors !== undefined) {
              const data16 = data14.collectors;
              if (Array.isArray(data16)) {
                if (data16.length > 32) {
                  const err52 = {
                    instancePath: instancePath + '/spec/mirroring/collectors',
                    schemaPath: '#/properties/spec/properties/mirroring/properties/collectors/maxItems',
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
                const len3 = data16.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  const data17 = data16[i3];
                  if (typeof data17 === 'string') {
                    if (data17.length > 43) {
                      const err53 = {
                        instancePath: instancePath + '/spec/mirroring/collectors/' + i3,
                        schemaPath: '#/properties/spec/properties/mirroring/properties/collectors/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 43 },
                        message: 'must NOT have more than 43 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err53];
                      } else {
                        vErrors.push(err53);
                      }
                      errors++;
                    }
                    if (data17.length < 1) {
                      const err54 = {
                        instancePath: instancePath + '/spec/mirroring/collectors/' + i3,
                        schemaPath: '#/properties/spec/properties/mirroring/properties/collectors/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err54];
                      } else {
                        vErrors.push(err54);
                      }
                      errors++;
                    }
                    if (!formats4(data17)) {
                      const err55 = {
                        instancePath: instancePath + '/spec/mirroring/collectors/' + i3,
                        schemaPath: '#/properties/spec/properties/mirroring/properties/collectors/items/format',
                        keyword: 'format',
                        params: { format: 'canonical-cidr' },
                        message: 'must match format "' + 'canonical-cidr' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err55];
                      } else {
                        vErrors.push(err55);
                      }
                      errors++;
                    }
                  } else {
                    const err56 = {
                      instancePath: instancePath + '/spec/mirroring/collectors/' + i3,
                      schemaPath: '#/properties/spec/properties/mirroring/properties/collectors/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err56];
                    } else {
                      vErrors.push(err56);
                    }
                    errors++;
                  }
                }
                let i4 = data16.length;
                let j0;
                if (i4 > 1) {
                  const indices0 = {};
                  for (; i4--; ) {
                    const item0 = data16[i4];
                    if (typeof item0 !== 'string') {
                      continue;
                    }
                    if (typeof indices0[item0] == 'number') {
                      j0 = indices0[item0];
                      const err57 = {
                        instancePath: instancePath + '/spec/mirroring/collectors',
                        schemaPath: '#/properties/spec/properties/mirroring/properties/collectors/uniqueItems',
                        keyword: 'uniqueItems',
                        params: { i: i4, j: j0 },
                        message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i4 + ' are identical)',
                      };
                      if (vErrors === null) {
                        vErrors = [err57];
                      } else {
                        vErrors.push(err57);
                      }
                      errors++;
                      break;
                    }
                    indices0[item0] = i4;
                  }
                }
              } else {
                const err58 = {
                  instancePath: instancePath + '/spec/mirroring/collectors',
                  schemaPath: '#/properties/spec/properties/mirroring/properties/collectors/type',
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
            if (data14.namespaceSelector !== undefined) {
              const data18 = data14.namespaceSelector;
              if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
                if (data18.matchLabels !== undefined) {
                  const data19 = data18.matchLabels;
                  if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
                    if (Object.keys(data19).length > 32) {
                      const err59 = {
                        instancePath: instancePath + '/spec/mirroring/namespaceSelector/matchLabels',
                        schemaPath:
                          '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchLabels/maxProperties',
                        keyword: 'maxProperties',
                        params: { limit: 32 },
                        message: 'must NOT have more than 32 properties',
                      };
                      if (vErrors === null) {
                        vErrors = [err59];
                      } else {
                        vErrors.push(err59);
                      }
                      errors++;
                    }
                    for (const key0 in data19) {
                      const data20 = data19[key0];
                      if (typeof data20 === 'string') {
                        if (data20.length > 63) {
                          const err60 = {
                            instancePath:
                              instancePath +
                              '/spec/mirroring/namespaceSelector/matchLabels/' +
                              key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath:
                              '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchLabels/additionalProperties/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 63 },
                            message: 'must NOT have more than 63 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err60];
                          } else {
                            vErrors.push(err60);
                          }
                          errors++;
                        }
                        if (!pattern4.test(data20)) {
                          const err61 = {
                            instancePath:
                              instancePath +
                              '/spec/mirroring/namespaceSelector/matchLabels/' +
                              key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath:
                              '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchLabels/additionalProperties/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                            message: 'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                          };
                          if (vErrors === null) {
                            vErrors = [err61];
                          } else {
                            vErrors.push(err61);
                          }
                          errors++;
                        }
                      } else {
                        const err62 = {
                          instancePath:
                            instancePath +
                            '/spec/mirroring/namespaceSelector/matchLabels/' +
                            key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                          schemaPath:
                            '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchLabels/additionalProperties/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err62];
                        } else {
                          vErrors.push(err62);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err63 = {
                      instancePath: instancePath + '/spec/mirroring/namespaceSelector/matchLabels',
                      schemaPath:
                        '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchLabels/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    if (vErrors === null) {
                      vErrors = [err63];
                    } else {
                      vErrors.push(err63);
                    }
                    errors++;
                  }
                }
                if (data18.matchExpressions !== undefined) {
                  const data21 = data18.matchExpressions;
                  if (Array.isArray(data21)) {
                    if (data21.length > 16) {
                      const err64 = {
                        instancePath: instancePath + '/spec/mirroring/namespaceSelector/matchExpressions',
                        schemaPath:
                          '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      };
                      if (vErrors === null) {
                        vErrors = [err64];
                      } else {
                        vErrors.push(err64);
                      }
                      errors++;
                    }
                    const len4 = data21.length;
                    for (let i5 = 0; i5 < len4; i5++) {
                      const data22 = data21[i5];
                      if (data22 && typeof data22 == 'object' && !Array.isArray(data22)) {
                        if (data22.key === undefined) {
                          const err65 = {
                            instancePath: instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5,
                            schemaPath:
                              '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'key' },
                            message: "must have required property '" + 'key' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err65];
                          } else {
                            vErrors.push(err65);
                          }
                          errors++;
                        }
                        if (data22.operator === undefined) {
                          const err66 = {
                            instancePath: instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5,
                            schemaPath:
                              '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'operator' },
                            message: "must have required property '" + 'operator' + "'",
                          };
                          if (vErrors === null) {
                            vErrors = [err66];
                          } else {
                            vErrors.push(err66);
                          }
                          errors++;
                        }
                        if (data22.key !== undefined) {
                          const data23 = data22.key;
                          if (typeof data23 === 'string') {
                            if (data23.length > 317) {
                              const err67 = {
                                instancePath:
                                  instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/key/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 317 },
                                message: 'must NOT have more than 317 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err67];
                              } else {
                                vErrors.push(err67);
                              }
                              errors++;
                            }
                            if (data23.length < 1) {
                              const err68 = {
                                instancePath:
                                  instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/key/minLength',
                                keyword: 'minLength',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 characters',
                              };
                              if (vErrors === null) {
                                vErrors = [err68];
                              } else {
                                vErrors.push(err68);
                              }
                              errors++;
                            }
                            if (!pattern5.test(data23)) {
                              const err69 = {
                                instancePath:
                                  instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5 + '/key',
                                schemaPath:
                                  '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/key/pattern',
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
                                vErrors = [err69];
                              } else {
                                vErrors.push(err69);
                              }
                              errors++;
                            }
                          } else {
                            const err70 = {
                              instancePath:
                                instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5 + '/key',
                              schemaPath:
                                '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/key/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err70];
                            } else {
                              vErrors.push(err70);
                            }
                            errors++;
                          }
                        }
                        if (data22.operator !== undefined) {
                          const data24 = data22.operator;
                          if (typeof data24 !== 'string') {
                            const err71 = {
                              instancePath:
                                instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5 + '/operator',
                              schemaPath:
                                '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/type',
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
                          if (
                            !(data24 === 'In' || data24 === 'NotIn' || data24 === 'Exists' || data24 === 'DoesNotExist')
                          ) {
                            const err72 = {
                              instancePath:
                                instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5 + '/operator',
                              schemaPath:
                                '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/enum',
                              keyword: 'enum',
                              params: {
                                allowedValues:
                                  schema20.properties.spec.properties.mirroring.properties.namespaceSelector.properties
                                    .matchExpressions.items.properties.operator.enum,
                              },
                              message: 'must be equal to one of the allowed values',
                            };
                            if (vErrors === null) {
                              vErrors = [err72];
                            } else {
                              vErrors.push(err72);
                            }
                            errors++;
                          }
                        }
                        if (data22.values !== undefined) {
                          const data25 = data22.values;
                          if (Array.isArray(data25)) {
                            if (data25.length > 32) {
                              const err73 = {
                                instancePath:
                                  instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5 + '/values',
                                schemaPath:
                                  '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/values/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 32 },
                                message: 'must NOT have more than 32 items',
                              };
                              if (vErrors === null) {
                                vErrors = [err73];
                              } else {
                                vErrors.push(err73);
                              }
                              errors++;
                            }
                            const len5 = data25.length;
                            for (let i6 = 0; i6 < len5; i6++) {
                              const data26 = data25[i6];
                              if (typeof data26 === 'string') {
                                if (data26.length > 63) {
                                  const err74 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/mirroring/namespaceSelector/matchExpressions/' +
                                      i5 +
                                      '/values/' +
                                      i6,
                                    schemaPath:
                                      '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                    keyword: 'maxLength',
                                    params: { limit: 63 },
                                    message: 'must NOT have more than 63 characters',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err74];
                                  } else {
                                    vErrors.push(err74);
                                  }
                                  errors++;
                                }
                                if (!pattern4.test(data26)) {
                                  const err75 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/mirroring/namespaceSelector/matchExpressions/' +
                                      i5 +
                                      '/values/' +
                                      i6,
                                    schemaPath:
                                      '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                    keyword: 'pattern',
                                    params: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
                                    message:
                                      'must match pattern "' + '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' + '"',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err75];
                                  } else {
                                    vErrors.push(err75);
                                  }
                                  errors++;
                                }
                              } else {
                                const err76 = {
                                  instancePath:
                                    instancePath +
                                    '/spec/mirroring/namespaceSelector/matchExpressions/' +
                                    i5 +
                                    '/values/' +
                                    i6,
                                  schemaPath:
                                    '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                };
                                if (vErrors === null) {
                                  vErrors = [err76];
                                } else {
                                  vErrors.push(err76);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err77 = {
                              instancePath:
                                instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5 + '/values',
                              schemaPath:
                                '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/properties/values/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
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
                          instancePath: instancePath + '/spec/mirroring/namespaceSelector/matchExpressions/' + i5,
                          schemaPath:
                            '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/items/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
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
                      instancePath: instancePath + '/spec/mirroring/namespaceSelector/matchExpressions',
                      schemaPath:
                        '#/properties/spec/properties/mirroring/properties/namespaceSelector/properties/matchExpressions/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
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
                  instancePath: instancePath + '/spec/mirroring/namespaceSelector',
                  schemaPath: '#/properties/spec/properties/mirroring/properties/namespaceSelector/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
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
              instancePath: instancePath + '/spec/mirroring',
              schemaPath: '#/properties/spec/properties/mirroring/type',
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
        if (data0.database !== undefined) {
          const data27 = data0.database;
          if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
            if (data27.northbound !== undefined) {
              const data28 = data27.northbound;
              if (Array.isArray(data28)) {
                if (data28.length > 5) {
                  const err82 = {
                    instancePath: instancePath + '/spec/database/northbound',
                    schemaPath: '#/properties/spec/properties/database/properties/northbound/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 5 },
                    message: 'must NOT have more than 5 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err82];
                  } else {
                    vErrors.push(err82);
                  }
                  errors++;
                }
                if (data28.length < 1) {
                  const err83 = {
                    instancePath: instancePath + '/spec/database/northbound',
                    schemaPath: '#/properties/spec/properties/database/properties/northbound/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
                const len6 = data28.length;
                for (let i7 = 0; i7 < len6; i7++) {
                  const data29 = data28[i7];
                  if (typeof data29 === 'string') {
                    if (data29.length > 253) {
                      const err84 = {
                        instancePath: instancePath + '/spec/database/northbound/' + i7,
                        schemaPath: '#/properties/spec/properties/database/properties/northbound/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 253 },
                        message: 'must NOT have more than 253 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err84];
                      } else {
                        vErrors.push(err84);
                      }
                      errors++;
                    }
                    if (data29.length < 1) {
                      const err85 = {
                        instancePath: instancePath + '/spec/database/northbound/' + i7,
                        schemaPath: '#/properties/spec/properties/database/properties/northbound/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err85];
                      } else {
                        vErrors.push(err85);
                      }
                      errors++;
                    }
                    if (!formats86(data29)) {
                      const err86 = {
                        instancePath: instancePath + '/spec/database/northbound/' + i7,
                        schemaPath: '#/properties/spec/properties/database/properties/northbound/items/format',
                        keyword: 'format',
                        params: { format: 'ovsdb-endpoint' },
                        message: 'must match format "' + 'ovsdb-endpoint' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err86];
                      } else {
                        vErrors.push(err86);
                      }
                      errors++;
                    }
                  } else {
                    const err87 = {
                      instancePath: instancePath + '/spec/database/northbound/' + i7,
                      schemaPath: '#/properties/spec/properties/database/properties/northbound/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err87];
                    } else {
                      vErrors.push(err87);
                    }
                    errors++;
                  }
                }
              } else {
                const err88 = {
                  instancePath: instancePath + '/spec/database/northbound',
                  schemaPath: '#/properties/spec/properties/database/properties/northbound/type',
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
            if (data27.southbound !== undefined) {
              const data30 = data27.southbound;
              if (Array.isArray(data30)) {
                if (data30.length > 5) {
                  const err89 = {
                    instancePath: instancePath + '/spec/database/southbound',
                    schemaPath: '#/properties/spec/properties/database/properties/southbound/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 5 },
                    message: 'must NOT have more than 5 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err89];
                  } else {
                    vErrors.push(err89);
                  }
                  errors++;
                }
                if (data30.length < 1) {
                  const err90 = {
                    instancePath: instancePath + '/spec/database/southbound',
                    schemaPath: '#/properties/spec/properties/database/properties/southbound/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err90];
                  } else {
                    vErrors.push(err90);
                  }
                  errors++;
                }
                const len7 = data30.length;
                for (let i8 = 0; i8 < len7; i8++) {
                  const data31 = data30[i8];
                  if (typeof data31 === 'string') {
                    if (data31.length > 253) {
                      const err91 = {
                        instancePath: instancePath + '/spec/database/southbound/' + i8,
                        schemaPath: '#/properties/spec/properties/database/properties/southbound/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 253 },
                        message: 'must NOT have more than 253 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err91];
                      } else {
                        vErrors.push(err91);
                      }
                      errors++;
                    }
                    if (data31.length < 1) {
                      const err92 = {
                        instancePath: instancePath + '/spec/database/southbound/' + i8,
                        schemaPath: '#/properties/spec/properties/database/properties/southbound/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 characters',
                      };
                      if (vErrors === null) {
                        vErrors = [err92];
                      } else {
                        vErrors.push(err92);
                      }
                      errors++;
                    }
                    if (!formats86(data31)) {
                      const err93 = {
                        instancePath: instancePath + '/spec/database/southbound/' + i8,
                        schemaPath: '#/properties/spec/properties/database/properties/southbound/items/format',
                        keyword: 'format',
                        params: { format: 'ovsdb-endpoint' },
                        message: 'must match format "' + 'ovsdb-endpoint' + '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err93];
                      } else {
                        vErrors.push(err93);
                      }
                      errors++;
                    }
                  } else {
                    const err94 = {
                      instancePath: instancePath + '/spec/database/southbound/' + i8,
                      schemaPath: '#/properties/spec/properties/database/properties/southbound/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err94];
                    } else {
                      vErrors.push(err94);
                    }
                    errors++;
                  }
                }
              } else {
                const err95 = {
                  instancePath: instancePath + '/spec/database/southbound',
                  schemaPath: '#/properties/spec/properties/database/properties/southbound/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err95];
                } else {
                  vErrors.push(err95);
                }
                errors++;
              }
            }
            if (data27.tlsSecret !== undefined) {
              const data32 = data27.tlsSecret;
              if (typeof data32 === 'string') {
                if (data32.length > 253) {
                  const err96 = {
                    instancePath: instancePath + '/spec/database/tlsSecret',
                    schemaPath: '#/properties/spec/properties/database/properties/tlsSecret/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 253 },
                    message: 'must NOT have more than 253 characters',
                  };
                  if (vErrors === null) {
                    vErrors = [err96];
                  } else {
                    vErrors.push(err96);
                  }
                  errors++;
                }
                if (data32.length < 1) {
                  const err97 = {
                    instancePath: instancePath + '/spec/database/tlsSecret',
                    schemaPath: '#/properties/spec/properties/database/properties/tlsSecret/minLength',
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
                if (!pattern15.test(data32)) {
                  const err98 = {
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
                    vErrors = [err98];
                  } else {
                    vErrors.push(err98);
                  }
                  errors++;
                }
              } else {
                const err99 = {
                  instancePath: instancePath + '/spec/database/tlsSecret',
                  schemaPath: '#/properties/spec/properties/database/properties/tlsSecret/type',
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
          } else {
            const err100 = {
              instancePath: instancePath + '/spec/database',
              schemaPath: '#/properties/spec/properties/database/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err100];
            } else {
              vErrors.push(err100);
            }
            errors++;
          }
        }
      } else {
        const err101 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err101];
        } else {
          vErrors.push(err101);
        }
        errors++;
      }
    }
  } else {
    const err102 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err102];
    } else {
      vErrors.push(err102);
    }
    errors++;
  }
  validate19.errors = vErrors;
  return errors === 0;
}
