import { buildTool } from './buildTool.mjs';

/** Bundles the operator's command into dist/admin/admin.cjs. */
export function buildAdmin() {
  return buildTool({ name: 'admin', entry: 'config/admin/admin.ts', outfile: 'dist/admin/admin.cjs' });
}
