package dev.gotgan.engine.image.jpeg;

/// The data ended inside a block, or is no code of its table. Thrown a few times per broken image, never kept.
final class ScanBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScanBroken() {
        super(null, null, false, false);
    }
}
