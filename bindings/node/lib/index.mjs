// The same module for `import`: one copy of every class, however it was loaded.
export {
  System, Bank, PartnerkitError, memory, open, openSync, connect, connectSync, using, writeRejected, writeRejectedSync,
  capable, can, move, decide, allowedActions, permitted, sentence, describe, personId, VERSION, STATUSES, ACTIONS, TRANSITIONS, CAPABILITIES, CODES,
} from './index.cjs';
