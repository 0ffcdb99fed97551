import { compareValues } from './compareValues';
import type { Document } from './document';
import { isDocument } from './document';
import { resolvePositions } from './resolvePositions';
import { updateFault } from './updateFault';
import {
  bitField,
  currentDateField,
  incField,
  maxField,
  minField,
  mulField,
  renameField,
  setField,
  unsetField,
  type UpdateStep,
} from './updateFields';
import { addToSet, popItem, pullAllItems, pullItems, pushItems } from './updateLists';

const steps: Readonly<Record<string, UpdateStep>> = {
  $set: setField,
  $unset: unsetField,
  $inc: incField,
  $mul: mulField,
  $min: minField,
  $max: maxField,
  $rename: renameField,
  $currentDate: currentDateField,
  $bit: bitField,
  $push: pushItems,
  $addToSet: addToSet,
  $pop: popItem,
  $pull: pullItems,
  $pullAll: pullAllItems,
};

/** What an update needs to know beside the document: the filter that found it, the server's time, whether it is being made. */
export interface UpdateSetting {
  readonly filter: Document;
  readonly nowMs: number;
  readonly inserting?: boolean;
}

/**
 * Applies an update of MongoDB's operators to a document in place and says whether it changed. It refuses where MongoDB refuses:
 * wrong types, paths through scalars, two operators on one path, another `_id`, unknown operators.
 * Source of the behaviour and of the sentences: MongoDB's manual, "Update Operators".
 */
export function applyUpdate(document: Document, update: Document, setting: UpdateSetting): void {
  const id = document['_id'];
  const touched: string[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    const step = operator === '$setOnInsert' ? setField : steps[operator];
    if (step === undefined) {
      throw updateFault(`Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`);
    }
    if (!isDocument(fields)) {
      throw updateFault(
        `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${String(fields)}}`,
      );
    }
    if (operator === '$setOnInsert' && setting.inserting !== true) continue;
    for (const [path, operand] of Object.entries(fields)) {
      for (const place of resolvePositions(document, path, setting.filter)) {
        refuseConflict(touched, place);
        if (operator === '$rename' && typeof operand === 'string') refuseConflict(touched, operand);
        step(document, place, operand, setting.nowMs);
      }
    }
  }
  if (document['_id'] !== id && compareValues(document['_id'], id) !== 0) {
    throw updateFault("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
}

function refuseConflict(touched: string[], path: string): void {
  for (const other of touched) {
    if (other === path || path.startsWith(`${other}.`)) {
      throw updateFault(`Updating the path '${path}' would create a conflict at '${other}'`);
    }
    if (other.startsWith(`${path}.`)) throw updateFault(`Updating the path '${path}' would create a conflict at '${path}'`);
  }
  touched.push(path);
}
