'use strict';

const { System, memory, open, openSync, connect, connectSync, using } = require('./system.cjs');
const { Bank } = require('./bank.cjs');
const { PartnerkitError } = require('./error.cjs');
const { writeRejected, writeRejectedSync } = require('./import.cjs');
const { capable, can, move, decide, allowedActions, permitted, sentence, describe, personId } = require('./rules.cjs');
const { VERSION, STATUSES, ACTIONS, TRANSITIONS, CAPABILITIES, CODES } = require('./tables.cjs');

// Written out one by one, so that ES modules can import each by name.
exports.System = System;
exports.Bank = Bank;
exports.PartnerkitError = PartnerkitError;
exports.memory = memory;
exports.open = open;
exports.openSync = openSync;
exports.connect = connect;
exports.connectSync = connectSync;
exports.using = using;
exports.writeRejected = writeRejected;
exports.writeRejectedSync = writeRejectedSync;
exports.capable = capable;
exports.can = can;
exports.move = move;
exports.decide = decide;
exports.allowedActions = allowedActions;
exports.permitted = permitted;
exports.sentence = sentence;
exports.describe = describe;
exports.personId = personId;
exports.VERSION = VERSION;
exports.STATUSES = STATUSES;
exports.ACTIONS = ACTIONS;
exports.TRANSITIONS = TRANSITIONS;
exports.CAPABILITIES = CAPABILITIES;
exports.CODES = CODES;
