package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/**
 * Asks a request's {@link Fence} where the request leaves for the codec and the socket: nothing of ours comes after it. The hooks of the HTTP
 * client are earlier: {@code doOnRequest} runs before the body is made, the filters of WebClient run before a connection is there, and a
 * process can be frozen in between for as long as somebody likes.
 */
@ChannelHandler.Sharable
final class FenceHandler extends ChannelOutboundHandlerAdapter {

    private static final AttributeKey<Fence> FENCE = AttributeKey.valueOf(FenceHandler.class, "fence");
    private static final Fence NONE = () -> true;
    private static final Fence REFUSED = () -> false;
    private static final FenceHandler HANDLER = new FenceHandler();

    private FenceHandler() {}

    static HttpClient install(HttpClient http) {
        return http.doOnChannelInit((observer, channel, remote) ->
                        channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, "evolution-fence", HANDLER))
                // a connection serves many: each request brings its own
                .doOnRequest((request, connection) -> connection
                        .channel()
                        .attr(FENCE)
                        .set(request.currentContextView().getOrDefault(Fence.class, NONE)));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (mayPass(message, fence(context).get())) {
            context.write(message, promise);
            return;
        }
        ReferenceCountUtil.release(message);
        refuse(context, promise);
    }

    /** Asked once more, after the codec: in a process that has just begun, making a head takes its time. */
    @Override
    public void flush(ChannelHandlerContext context) {
        Fence fence = fence(context).get();
        if (fence == null || fence == REFUSED || fence.isOpen()) {
            context.flush();
        } else {
            refuse(context, context.newPromise());
        }
    }

    private static Attribute<Fence> fence(ChannelHandlerContext context) {
        return context.channel().attr(FENCE);
    }

    private static void refuse(ChannelHandlerContext context, ChannelPromise promise) {
        // whatever would have followed the head goes nowhere
        fence(context).set(REFUSED);
        EvolutionException refused =
                new EvolutionException(Kind.NOT_ASKED, "Evolution was not asked: the instance is another watcher's");
        // of a request without a body the client does not look at the promise, and would wait for an answer
        context.fireExceptionCaught(refused);
        promise.tryFailure(refused);
        context.close();
    }

    private static boolean mayPass(Object message, @Nullable Fence fence) {
        return fence == null || fence != REFUSED && (!(message instanceof HttpRequest) || fence.isOpen());
    }
}
