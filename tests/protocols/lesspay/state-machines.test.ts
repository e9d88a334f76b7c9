import { describe, expect, test } from 'vitest';
import { aggregate, aggregationAllows } from '../../../protocols/lesspay/aggregation.js';
import {
  isLegalStart,
  isLegalStep,
  isTerminal,
  payinMachine,
  payoutBatchMachine,
  payoutDetailMachine,
  payoutSingleMachine,
  type StateMachine,
} from '../../../protocols/lesspay/state-machines.js';
import { detailStatuses, type OrderStatus, orderStatuses } from '../../../protocols/lesspay/statuses.js';

const names: readonly OrderStatus[] = orderStatuses.map(({ name }) => name);

/** Every status with what may be seen after it, itself included. */
function reachable<Status extends string>(machine: StateMachine<Status>, all: readonly Status[]) {
  return Object.fromEntries(all.map((from) => [from, all.filter((to) => isLegalStep(machine, from, to)).join(' ')]));
}

describe('what may follow a status', () => {
  test('of a pay-in', () => {
    expect(reachable(payinMachine, names)).toEqual({
      PENDING_CONFIRM: 'PENDING_CONFIRM PENDING_PAY SUCCEED FAILED CANCELED REFUND CLOSED PAID',
      PENDING_PAY: 'PENDING_PAY SUCCEED FAILED CANCELED REFUND CLOSED PAID',
      SUCCEED: 'SUCCEED REFUND',
      FAILED: 'FAILED',
      CANCELED: 'CANCELED',
      REFUND: 'REFUND',
      CLOSED: 'CLOSED',
      PARTIAL_SUCCESS: 'PARTIAL_SUCCESS',
      PAID: 'SUCCEED REFUND CLOSED PAID',
    });
  });

  test('of a batch', () => {
    expect(reachable(payoutBatchMachine, names)).toEqual({
      PENDING_CONFIRM: 'PENDING_CONFIRM PENDING_PAY SUCCEED FAILED CANCELED REFUND CLOSED PARTIAL_SUCCESS',
      PENDING_PAY: 'PENDING_PAY SUCCEED FAILED REFUND PARTIAL_SUCCESS',
      SUCCEED: 'SUCCEED REFUND',
      FAILED: 'FAILED',
      CANCELED: 'CANCELED',
      REFUND: 'REFUND',
      CLOSED: 'CLOSED',
      PARTIAL_SUCCESS: 'REFUND PARTIAL_SUCCESS',
      PAID: 'PAID',
    });
  });

  test('of a detail', () => {
    expect(reachable(payoutDetailMachine, detailStatuses)).toEqual({
      CREATED: 'CREATED PROCESSING SUCCEEDED FAILED CANCELED REFUNDED CLOSED',
      PROCESSING: 'PROCESSING SUCCEEDED FAILED REFUNDED',
      SUCCEEDED: 'SUCCEEDED REFUNDED',
      FAILED: 'FAILED',
      CANCELED: 'CANCELED',
      REFUNDED: 'REFUNDED',
      CLOSED: 'CLOSED',
    });
  });
});

describe('the machines', () => {
  test('start in these statuses', () => {
    expect(
      [payinMachine, payoutBatchMachine, payoutSingleMachine].map((machine) => [machine.name, ...machine.initial]),
    ).toEqual([
      ['payin', 'PENDING_PAY', 'PENDING_CONFIRM'],
      ['payoutBatch', 'PENDING_CONFIRM'],
      ['payoutSingle', 'PENDING_CONFIRM', 'PENDING_PAY'],
    ]);
    expect(payoutDetailMachine.initial).toEqual(['CREATED']);
  });

  test('cannot be seen in these statuses after a creation', () => {
    expect(names.filter((name) => !isLegalStart(payinMachine, name))).toEqual(['PARTIAL_SUCCESS']);
    expect(names.filter((name) => !isLegalStart(payoutBatchMachine, name))).toEqual(['PAID']);
    expect(names.filter((name) => !isLegalStart(payoutSingleMachine, name))).toEqual(['PAID']);
  });

  test('end in these statuses', () => {
    expect(names.filter((name) => !isTerminal(payinMachine, name))).toEqual([
      'PENDING_CONFIRM',
      'PENDING_PAY',
      'PARTIAL_SUCCESS',
      'PAID',
    ]);
    expect(names.filter((name) => !isTerminal(payoutBatchMachine, name))).toEqual([
      'PENDING_CONFIRM',
      'PENDING_PAY',
      'PAID',
    ]);
    expect(detailStatuses.filter((name) => !isTerminal(payoutDetailMachine, name))).toEqual(['CREATED', 'PROCESSING']);
  });

  test('leave a terminal status for a refund only', () => {
    for (const machine of [payinMachine, payoutBatchMachine]) {
      const after = machine.transitions.filter((step) => isTerminal(machine, step.from)).map((step) => step.to);
      expect(new Set(after)).toEqual(new Set(['REFUND']));
    }
  });
});

describe('aggregation of details', () => {
  test('gives the status of the batch', () => {
    expect([
      aggregate([]),
      aggregate(['CREATED']),
      aggregate(['SUCCEEDED', 'PROCESSING']),
      aggregate(['SUCCEEDED', 'SUCCEEDED']),
      aggregate(['SUCCEEDED', 'FAILED']),
      aggregate(['SUCCEEDED', 'CLOSED', 'REFUNDED']),
      aggregate(['FAILED', 'CANCELED']),
    ]).toEqual([null, null, null, 'SUCCEED', 'PARTIAL_SUCCESS', 'PARTIAL_SUCCESS', 'FAILED']);
  });

  test('is allowed to be seen after refunds too', () => {
    expect([
      aggregationAllows('SUCCEED', ['SUCCEEDED', 'REFUNDED']),
      aggregationAllows('PARTIAL_SUCCESS', ['REFUNDED', 'FAILED']),
      aggregationAllows('PENDING_PAY', ['SUCCEEDED', 'PROCESSING']),
      aggregationAllows('FAILED', ['FAILED', 'CANCELED']),
    ]).toEqual([true, true, true, true]);
  });

  test('is violated', () => {
    expect([
      aggregationAllows('SUCCEED', ['SUCCEEDED', 'FAILED']),
      aggregationAllows('SUCCEED', ['SUCCEEDED', 'PROCESSING']),
      aggregationAllows('PARTIAL_SUCCESS', ['SUCCEEDED', 'SUCCEEDED']),
      aggregationAllows('PARTIAL_SUCCESS', ['FAILED']),
      aggregationAllows('FAILED', ['SUCCEEDED', 'FAILED']),
      aggregationAllows('FAILED', ['CREATED']),
    ]).toEqual([false, false, false, false, false, false]);
  });

  test('always allows its own result', () => {
    for (const first of detailStatuses) {
      for (const second of detailStatuses) {
        const status = aggregate([first, second]);
        if (status !== null)
          expect([first, second, aggregationAllows(status, [first, second])]).toEqual([first, second, true]);
      }
    }
  });
});
