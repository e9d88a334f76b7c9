/** Something that has a place in the table of names: its name and the spread hash of the name, a signed 32-bit number. */
export interface Slotted {
  readonly name: string;
  readonly spread: number;
}

interface TreeNode<T> {
  readonly entry: T;
  parent: TreeNode<T> | null;
  left: TreeNode<T> | null;
  right: TreeNode<T> | null;
  red: boolean;
}

/** A part of this size or smaller goes back to an ordinary slot when the table doubles. */
const SMALL_PART = 6;

/**
 * A crowded slot: a list, and a red-black search tree of the same entries that only decides where the list changes
 * (signature specification, section 6.4).
 */
export class TreeSlot<T extends Slotted> {
  private readonly list: T[];
  private root: TreeNode<T> | null = null;

  /** Turns the list of an ordinary slot into a tree slot. The list is copied. */
  constructor(entries: readonly T[]) {
    this.list = [...entries];
    for (const entry of entries) this.addToTree(entry);
    this.moveRootToFront();
  }

  get entries(): readonly T[] {
    return this.list;
  }

  insert(entry: T): void {
    const parent = this.addToTree(entry);
    this.list.splice(parent === null ? 0 : this.list.indexOf(parent) + 1, 0, entry);
    this.moveRootToFront();
  }

  /** The two slots that this one becomes when the table doubles; `bit` is the size of the table before. */
  split(bit: number): { low: SlotContent<T>; high: SlotContent<T> } {
    const low = this.list.filter((entry) => (entry.spread & bit) === 0);
    const high = this.list.filter((entry) => (entry.spread & bit) !== 0);
    return { low: this.part(low), high: this.part(high) };
  }

  private part(entries: T[]): SlotContent<T> {
    if (entries.length <= SMALL_PART) return entries;
    return entries.length === this.list.length ? this : new TreeSlot(entries);
  }

  private moveRootToFront(): void {
    const first = this.root?.entry;
    if (first === undefined || this.list[0] === first) return;
    this.list.splice(this.list.indexOf(first), 1);
    this.list.unshift(first);
  }

  /** Inserts and rebalances. Returns the entry that became the parent before rebalancing, null for the first. */
  private addToTree(entry: T): T | null {
    let parent: TreeNode<T> | null = null;
    let goesLeft = false;
    for (let node = this.root; node !== null; node = goesLeft ? node.left : node.right) {
      parent = node;
      goesLeft = isBefore(entry, node.entry);
    }
    const added: TreeNode<T> = { entry, parent, left: null, right: null, red: true };
    if (parent === null) this.root = added;
    else if (goesLeft) parent.left = added;
    else parent.right = added;
    this.rebalance(added);
    return parent === null ? null : parent.entry;
  }

  private rebalance(added: TreeNode<T>): void {
    let node = added;
    for (;;) {
      const parent = node.parent;
      const grandparent = parent?.parent ?? null;
      if (parent === null || !parent.red || grandparent === null) break;
      const onLeft = parent === grandparent.left;
      const uncle = onLeft ? grandparent.right : grandparent.left;
      if (uncle?.red === true) {
        parent.red = false;
        uncle.red = false;
        grandparent.red = true;
        node = grandparent;
        continue;
      }
      let middle = parent;
      if (node === (onLeft ? parent.right : parent.left)) {
        this.rotate(parent, onLeft ? 'left' : 'right');
        middle = node;
      }
      middle.red = false;
      grandparent.red = true;
      this.rotate(grandparent, onLeft ? 'right' : 'left');
      break;
    }
    if (this.root !== null) this.root.red = false;
  }

  private rotate(node: TreeNode<T>, direction: 'left' | 'right'): void {
    const riser = direction === 'left' ? node.right : node.left;
    if (riser === null) return;
    const moved = direction === 'left' ? riser.left : riser.right;
    if (direction === 'left') {
      node.right = moved;
      riser.left = node;
    } else {
      node.left = moved;
      riser.right = node;
    }
    if (moved !== null) moved.parent = node;
    const above = node.parent;
    riser.parent = above;
    node.parent = riser;
    if (above === null) this.root = riser;
    else if (above.left === node) above.left = riser;
    else above.right = riser;
  }
}

/** An ordinary slot is a list of entries. */
export type SlotContent<T extends Slotted> = T[] | TreeSlot<T>;

function isBefore(a: Slotted, b: Slotted): boolean {
  return a.spread === b.spread ? a.name < b.name : a.spread < b.spread;
}
