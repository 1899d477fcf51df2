/** Walks over little-endian bytes; reading past the end throws RangeError, as DataView does. */
export class ByteCursor {
  /** Where the next value begins. */
  offset = 0;
  readonly #view: DataView;
  readonly #text = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  atEnd(): boolean {
    return this.offset >= this.bytes.length;
  }

  byte(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  int8(): number {
    return this.#view.getInt8(this.#advance(1));
  }

  int16(): number {
    return this.#view.getInt16(this.#advance(2), true);
  }

  uint16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  int32(): number {
    return this.#view.getInt32(this.#advance(4), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  float32(): number {
    return this.#view.getFloat32(this.#advance(4), true);
  }

  float64(): number {
    return this.#view.getFloat64(this.#advance(8), true);
  }

  uint64(): bigint {
    return this.#view.getBigUint64(this.#advance(8), true);
  }

  /** An integer of `size` bytes, a multiple of eight. */
  wideInteger(size: number, signed: boolean): bigint {
    let value = 0n;
    for (let word = 0; word < size / 8; word++) value |= this.uint64() << BigInt(word * 64);
    return signed ? BigInt.asIntN(size * 8, value) : value;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 49; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError("Cannot decode the result: a length is out of range.");
  }

  text(length = this.varint()): string {
    const start = this.#advance(length);
    if (this.offset > this.bytes.length) throw new RangeError("Cannot decode the result: it is cut short.");
    return this.#text.decode(this.bytes.subarray(start, this.offset));
  }

  #advance(length: number): number {
    const start = this.offset;
    this.offset += length;
    return start;
  }
}
