;; RGBA to planar YUV 4:2:0, BT.709, studio range, chroma averaged over 2 x 2. Width a multiple of 8, height even.
;; Sixteen bit products, 15 bit weights. Compiled into rgba-to-yuv-code.ts by wabt's wat2wasm.
(module
  (memory (export "memory") 1)

  ;; Four pixels' weighted sums, still scaled by 2^15 (or 2^17 for chroma, which sums four pixels).
  (func $weigh (param $low v128) (param $high v128) (param $weights v128) (result v128)
    (local $a v128) (local $b v128)
    (local.set $a (i32x4.dot_i16x8_s (local.get $low) (local.get $weights)))
    (local.set $b (i32x4.dot_i16x8_s (local.get $high) (local.get $weights)))
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $a) (local.get $b))
      (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $a) (local.get $b))))

  (func $luma4 (param $from i32) (result v128)
    (local $pixels v128)
    (local.set $pixels (v128.load (local.get $from)))
    (i32x4.shr_s
      (i32x4.add
        (call $weigh
          (i16x8.extend_low_i8x16_u (local.get $pixels))
          (i16x8.extend_high_i8x16_u (local.get $pixels))
          (v128.const i16x8 5983 20127 2032 0 5983 20127 2032 0))
        (v128.const i32x4 540672 540672 540672 540672))
      (i32.const 15)))

  ;; Two 2 x 2 blocks: sums of red, green, blue and alpha, eight values.
  (func $blocks (param $from i32) (param $stride i32) (result v128)
    (local $above v128) (local $below v128) (local $left v128) (local $right v128)
    (local.set $above (v128.load (local.get $from)))
    (local.set $below (v128.load (i32.add (local.get $from) (local.get $stride))))
    (local.set $left (i16x8.add (i16x8.extend_low_i8x16_u (local.get $above)) (i16x8.extend_low_i8x16_u (local.get $below))))
    (local.set $right (i16x8.add (i16x8.extend_high_i8x16_u (local.get $above)) (i16x8.extend_high_i8x16_u (local.get $below))))
    (i16x8.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $left) (local.get $right))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $left) (local.get $right))))

  (func $chroma4 (param $low v128) (param $high v128) (param $weights v128) (param $to i32)
    (local $sums v128)
    (local.set $sums
      (i32x4.shr_s
        (i32x4.add
          (call $weigh (local.get $low) (local.get $high) (local.get $weights))
          (v128.const i32x4 16842752 16842752 16842752 16842752))
        (i32.const 17)))
    (local.set $sums (i16x8.narrow_i32x4_s (local.get $sums) (local.get $sums)))
    (v128.store32_lane 0 (local.get $to) (i8x16.narrow_i16x8_u (local.get $sums) (local.get $sums))))

  (func (export "convert") (param $from i32) (param $to i32) (param $width i32) (param $height i32)
    (local $stride i32) (local $end i32) (local $y i32) (local $u i32) (local $v i32) (local $row i32) (local $rowEnd i32)
    (local $low v128) (local $high v128) (local $line i32)
    (local.set $stride (i32.shl (local.get $width) (i32.const 2)))
    (local.set $end (i32.add (local.get $from) (i32.mul (local.get $stride) (local.get $height))))
    (local.set $y (local.get $to))
    (local.set $u (i32.add (local.get $to) (i32.mul (local.get $width) (local.get $height))))
    (local.set $v (i32.add (local.get $u) (i32.shr_u (i32.mul (local.get $width) (local.get $height)) (i32.const 2))))
    (local.set $row (local.get $from))
    (loop $luma
      (v128.store64_lane 0 (local.get $y)
        (i8x16.narrow_i16x8_u
          (i16x8.narrow_i32x4_s (call $luma4 (local.get $row)) (call $luma4 (i32.add (local.get $row) (i32.const 16))))
          (v128.const i32x4 0 0 0 0)))
      (local.set $y (i32.add (local.get $y) (i32.const 8)))
      (br_if $luma (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 32))) (local.get $end))))
    (local.set $line (local.get $from))
    (loop $lines
      (local.set $row (local.get $line))
      (local.set $rowEnd (i32.add (local.get $line) (local.get $stride)))
      (loop $chroma
        (local.set $low (call $blocks (local.get $row) (local.get $stride)))
        (local.set $high (call $blocks (i32.add (local.get $row) (i32.const 16)) (local.get $stride)))
        (call $chroma4 (local.get $low) (local.get $high) (v128.const i16x8 -3298 -11094 14392 0 -3298 -11094 14392 0) (local.get $u))
        (call $chroma4 (local.get $low) (local.get $high) (v128.const i16x8 14392 -13073 -1320 0 14392 -13073 -1320 0) (local.get $v))
        (local.set $u (i32.add (local.get $u) (i32.const 4)))
        (local.set $v (i32.add (local.get $v) (i32.const 4)))
        (br_if $chroma (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 32))) (local.get $rowEnd))))
      (br_if $lines (i32.lt_u (local.tee $line (i32.add (local.get $line) (i32.shl (local.get $stride) (i32.const 1)))) (local.get $end))))))
