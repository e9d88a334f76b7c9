/**
 * Thrown by an actor that may not do in this run what the scenario asks for, before anything is sent. The requirements of the
 * scenario are then not tested, for that reason, unless another of its cases exercised them.
 */
export class NotAllowed extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'NotAllowed';
    this.code = code;
  }
}
