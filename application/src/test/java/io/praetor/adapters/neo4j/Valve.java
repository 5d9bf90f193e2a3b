package io.praetor.adapters.neo4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server on this machine that can be cut, as if the server had stopped, and mended. */
public final class Valve implements AutoCloseable {
    private final int behind;
    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean isCut;

    public Valve(int behind) {
        this.behind = behind;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void cut() {
        isCut = true;
        open.forEach(Valve::end);
        open.clear();
    }

    public void mend() {
        isCut = false;
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket caller = door.accept();
                if (isCut) {
                    end(caller);
                } else {
                    join(caller, new Socket(InetAddress.getLoopbackAddress(), behind));
                }
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void join(Socket one, Socket other) {
        open.addAll(List.of(one, other));
        Thread.ofVirtual().start(() -> carry(one, other));
        Thread.ofVirtual().start(() -> carry(other, one));
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            end(from);
        }
        end(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        open.forEach(Valve::end);
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
